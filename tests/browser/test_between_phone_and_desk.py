"""Windows that are neither a phone nor a laptop: half a screen, a tablet, a screen twice as wide as a page."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import HOST, RESULTS
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

OUTCOME = "/decide?problem=style&style-prompting=yes&style-examples=yes&lang=de"
CUT = "e => e.scrollWidth - e.clientWidth"
OVER_NODES = """frame => { const at = e => e.getBoundingClientRect()
  const box = at(frame.querySelector(".wrap")), bar = at(frame.querySelector(".tools"))
  return [...frame.querySelectorAll(".node")].map(at).filter(node =>
    Math.min(node.right, bar.right, box.right) - Math.max(node.left, bar.left, box.left) > 0
    && Math.min(node.bottom, bar.bottom, box.bottom) - Math.max(node.top, bar.top, box.top) > 0).length }"""


def width(found: Locator) -> float:
    found.first.wait_for()
    return float(found.first.evaluate("e => e.getBoundingClientRect().width"))


@pytest.mark.parametrize("context_options", [at(900, 900)], ids=["tablet"])
@pytest.mark.parametrize("address", ["/pitfalls", "/alignment", "/takeaways"])
def test_words_of_a_lesson_stand_above_its_figure_on_a_tablet(visit: Visit, address: str) -> None:
    visit.open(f"{address}?lang=de")
    figure = visit.page.locator('[class*="st-key-beside-"]').first
    words = visit.page.locator('.stColumn:has(+ .stColumn [class*="st-key-beside-"]) p').first
    for wide in (900, 768, 641, 1000):
        visit.resize(wide, 900)
        above, below = words.bounding_box(), figure.bounding_box()
        assert above and below
        assert below["y"] > above["y"] + above["height"], wide
        assert above["width"] > 500 and below["width"] > wide - 120, wide


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
@pytest.mark.parametrize(("address", "least"), [("/fine-tuning", 768), ("/fine-tuning", 320), ("/pipeline", 1024)])
def test_figure_of_a_lesson_is_not_cut(visit: Visit, address: str, least: int) -> None:
    visit.open(f"{address}?lang=de")
    visit.node("sft-training" if address == "/fine-tuning" else "sft").wait_for()
    for wide in (1280, 1201, 1200, 1024, least):
        visit.resize(wide, 900)
        assert visit.page.locator(".wrap").first.evaluate(CUT) == 0, wide


@pytest.mark.parametrize("context_options", [at(1024, 900)], ids=["small laptop"])
def test_buttons_of_a_cut_figure_do_not_lie_on_its_nodes(visit: Visit) -> None:
    visit.open(OUTCOME)
    frame = visit.page.locator(".frame:has(.node)").first
    for _ in range(2):
        frame.get_by_role("button", name="Vergrößern").click()
    for wide in (1024, 768, 900, 1280):
        visit.resize(wide, 900)
        assert frame.locator(".wrap").evaluate(CUT) > 0
        assert frame.evaluate(OVER_NODES) == 0, wide


@pytest.mark.parametrize("context_options", [at(1280, 720)], ids=["laptop"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_flowchart_is_whole_with_its_words_in_full_size(visit: Visit, language: str) -> None:
    visit.open(OUTCOME.replace("=de", f"={language}"))
    wrap = visit.page.locator(".wrap:has(.node)").first
    assert wrap.evaluate("e => e.scrollHeight - e.clientHeight") == 0
    assert all(box["y"] + box["height"] <= 720 for node in wrap.locator(".node").all() if (box := node.bounding_box()))
    for wide in (1280, 1180, 1024, 1023, 900, 820, 768, 600):
        visit.resize(wide, 720)
        assert wrap.evaluate(CUT) == 0, wide
        drawn, natural = wrap.locator("svg").evaluate("e => [e.clientWidth, e.viewBox.baseVal.width]")
        assert drawn == natural, wide


@pytest.mark.parametrize("context_options", [at(1280, 800)], ids=["laptop"])
def test_node_keeps_the_focus_when_a_window_becomes_narrow(visit: Visit) -> None:
    visit.open(OUTCOME)
    node = visit.node("style-prompting")
    node.focus()
    before = visit.page.locator(".wrap > svg").evaluate("e => e.clientWidth")
    visit.resize(820, 1180)
    assert visit.page.locator(".wrap > svg").evaluate("e => e.clientWidth") < before
    expect(node).to_be_focused()
    expect(node).to_have_attribute("tabindex", "0")


@pytest.mark.parametrize(
    ("context_options", "address", "node"),
    [(at(1024, 768), OUTCOME, "fine-tune-style"), (at(768, 1024), "/decide?lang=de", "problem")],
    ids=["on its side", "upright"],
)
def test_node_that_is_marked_is_on_the_first_screen_of_a_tablet(visit: Visit, address: str, node: str) -> None:
    visit.open(address)
    expect(visit.node(node)).to_have_attribute("aria-current", "step")
    expect(visit.node(node)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context_options", [at(768, 900)], ids=["tablet"])
def test_reasons_of_an_outcome_have_room_for_their_words(visit: Visit) -> None:
    visit.open(OUTCOME)
    assert width(visit.page.locator('[class*="st-key-strip-outcome-"] .ll-io dd')) > 400


@pytest.mark.parametrize("context_options", [at(600, 900)], ids=["half a screen"])
def test_title_of_the_pipeline_is_not_broken_beside_its_views(visit: Visit) -> None:
    visit.open("/pipeline?lang=de")
    assert visit.page.locator("h1").evaluate("e => e.getBoundingClientRect().height") < 60


@pytest.mark.parametrize("context_options", [at(900, 900)], ids=["tablet"])
def test_lines_of_the_glossary_are_no_longer_than_others(visit: Visit) -> None:
    visit.open("/takeaways")
    assert width(visit.page.locator(".ll-termlist section p")) <= 34 * 16


@pytest.mark.parametrize("context_options", [at(1180, 820)], ids=["tablet on its side"])
def test_questions_that_are_stuck_have_room_for_their_words(visit: Visit) -> None:
    visit.open("/progress?lang=de#veteran")
    assert width(visit.page.locator(".ll-stuck")) > 280


@pytest.mark.parametrize("context_options", [at(2560, 1300)], ids=["large screen"])
@pytest.mark.parametrize("address", ["/fine-tuning", "/compare", "/calculators?calc=memory&model=tea", f"/host#{HOST}"])
def test_page_stands_in_the_middle_of_a_screen_that_is_far_wider(visit: Visit, address: str) -> None:
    visit.open(address)
    box = visit.page.locator(".stMainBlockContainer").bounding_box()
    assert box and box["width"] == 1920
    assert abs(box["x"] - (2560 - box["width"]) / 2) < 16


@pytest.mark.parametrize("context_options", [at(1920, 1080)], ids=["wide screen"])
def test_lines_of_a_note_on_the_address_are_not_as_long_as_the_window(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&model=tea&method=full")
    assert width(visit.page.locator(".stAlert p")) <= 40 * 16


@pytest.mark.parametrize("context_options", [at(2560, 1440)], ids=["large projector"])
def test_room_fills_a_projector_of_any_size(visit: Visit) -> None:
    visit.open(f"/host?room={RESULTS}&view=screen#{HOST}")
    assert width(visit.page.locator(".stMainBlockContainer")) > 2500
