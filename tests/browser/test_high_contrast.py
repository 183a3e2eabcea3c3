"""Windows in high contrast: what is chosen, ticked, on or full is seen, though grounds have lost their colours."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import MARKED, RATING
from tests.browser.seeded_rooms import HOST, RESULTS
from tests.browser.visit import Visit

pytestmark = pytest.mark.parametrize("context_options", [at(1400, 900, forced_colors="active")])
SYSTEM = """name => {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}"""


class Drawn:
    """The colours of an element as they are drawn, to be compared with the system's."""

    def __init__(self, visit: Visit, of: Locator) -> None:
        visit.stand_still()
        found = of.evaluate("e => { const s = getComputedStyle(e); return [s.backgroundColor, s.color, s.fill] }")
        self.ground, self.words, self.fill = (str(colour) for colour in found)


def system(visit: Visit, name: str) -> str:
    """A colour of the system by its name in CSS."""
    return str(visit.page.evaluate(SYSTEM, name))


def test_chosen_of_several_buttons_stands_out(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora")
    for name in ("Memory fit", "LoRA"):
        chosen = visit.page.get_by_role("radio", name=name, exact=True)
        assert Drawn(visit, chosen).ground == system(visit, "Highlight")
        assert Drawn(visit, chosen.locator("p")).words == system(visit, "HighlightText")
    assert Drawn(visit, visit.page.get_by_role("radio", name="QLoRA")).ground != system(visit, "Highlight")


def test_slider_has_a_rail_and_a_handle(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora")
    rail = visit.page.get_by_test_id("stSlider").locator('[role="group"] > div')
    assert Drawn(visit, rail.locator("> div").first).ground == system(visit, "CanvasText")
    assert Drawn(visit, rail.locator("> [data-rac]")).ground == system(visit, "Highlight")


def test_ticked_box_and_switch_differ_from_others(visit: Visit) -> None:
    visit.open("/decide")
    visit.tab_to(visit.page.get_by_role("checkbox").first)
    visit.press("Space")
    visit.settle()
    boxes = visit.page.get_by_test_id("stCheckbox").locator("label > span + div")
    assert Drawn(visit, boxes.first).ground == system(visit, "Highlight")
    assert Drawn(visit, boxes.nth(1)).ground != system(visit, "Highlight")
    visit.open("/calculators?calc=lora-params&use_dora=1")
    assert Drawn(visit, visit.page.get_by_test_id("stCheckbox").locator("label > div").first).ground == system(
        visit, "Highlight"
    )


def test_chosen_rung_has_its_dot_and_its_words(visit: Visit) -> None:
    visit.open("/")
    rung = visit.page.locator(".ll-rung:has(:checked)")
    assert Drawn(visit, rung.locator(".ll-rung-dot i")).ground == system(visit, "Highlight")
    assert Drawn(visit, rung.locator("b")).words == system(visit, "HighlightText")


def test_place_in_a_figure_can_be_read(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    here = visit.node("sft")
    assert Drawn(visit, here.locator(".body")).fill == system(visit, "Highlight")
    assert Drawn(visit, here.locator(".name").first).fill == system(visit, "HighlightText")


def test_bars_are_filled(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora&gpu=A100-80GB SXM")
    assert Drawn(visit, visit.page.locator(".ll-gauge .use").first).ground != system(visit, "Canvas")
    assert Drawn(visit, visit.page.locator(".ll-swatch-a").first).ground == system(visit, "CanvasText")


def test_parts_of_a_figure_and_its_key_differ(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=full")
    assert Drawn(visit, visit.page.locator(".ll-gauge .use").first).ground != system(visit, "Canvas")
    swatches = visit.page.locator(".ll-legend .ll-sw")
    assert Drawn(visit, swatches.nth(0)).ground != Drawn(visit, swatches.nth(1)).ground


def test_part_of_a_date_in_focus_and_the_day_that_is_chosen_stand_out(visit: Visit) -> None:
    visit.open("/progress#veteran")
    part = visit.page.get_by_role("spinbutton", name="month")
    visit.tab_to(part)
    assert Drawn(visit, part).ground == system(visit, "CanvasText")
    calendar = visit.page.get_by_test_id("stDateInputCalendar")
    assert Drawn(visit, calendar.locator("[data-selected]")).ground == system(visit, "CanvasText")
    assert Drawn(visit, calendar.locator("[data-selected]")).words == system(visit, "Canvas")
    expect(calendar).to_have_css("border-style", "solid")


def test_place_in_a_menu_and_in_a_list_has_its_ring(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    visit.page.get_by_test_id("stTopNavSection").first.focus()
    visit.press("Enter", "ArrowDown")
    expect(visit.page.locator('[role="menuitem"]:focus')).to_have_css("outline-style", "solid")
    visit.press("Escape")
    visit.page.get_by_role("combobox", name="Model").focus()
    visit.press("ArrowDown", "ArrowDown")
    expect(visit.page.locator('[role="option"][data-focus-visible]')).to_have_css("outline-style", "solid")


def test_votes_of_a_room_have_their_bars(visit: Visit) -> None:
    visit.open(f"/host?room={RESULTS}&view=screen#{HOST}")
    hatched = visit.page.locator(".ll-vote .bars .one i").first
    assert "gradient" in hatched.evaluate("e => getComputedStyle(e).backgroundImage")


def test_memory_of_each_method_has_its_bar_and_its_key(visit: Visit) -> None:
    visit.open("/fine-tuning")
    for whole in (".ll-stackbar", ".ll-legend"):
        parts = [visit.page.locator(f"{whole} .ll-part-{name}").first for name in "wg"]
        grounds = [Drawn(visit, part).ground for part in parts]
        assert grounds[0] == system(visit, "CanvasText")
        assert grounds[1] not in (grounds[0], system(visit, "Canvas"))


def test_point_that_the_keys_rate_is_framed(visit: Visit) -> None:
    visit.open(f"/interview?way=mock#{RATING}")
    points = visit.page.locator('[class*="st-key-ratings-rate-"] > .stElementContainer')
    expect(points.first).to_have_css("outline-style", "solid")
    expect(points.nth(1)).to_have_css("outline-style", "none")


def test_approach_has_its_colour_beside_its_name_in_the_table(visit: Visit) -> None:
    visit.open("/compare")
    spine = "e => getComputedStyle(e, '::before').backgroundColor"
    assert visit.page.locator("tr.rag th").evaluate(spine) != system(visit, "Canvas")


def test_words_that_sound_like_a_misconception_can_be_read(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.open(f"/interview#{MARKED}")
    assert Drawn(visit, visit.page.locator("mark.ll-doubt").first).words == system(visit, "CanvasText")
