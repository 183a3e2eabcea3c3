"""How the width is used: text beside its heading where no figure is, one column for what is read, room to press."""

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import GUIDE, HOST
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

BOX = "e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] }"
PRESSED = """button => { const own = button.getBoundingClientRect(), hits = [];
  const middle = [own.left + own.width / 2, own.top + own.height / 2];
  const at = (x, y) => { const found = document.elementFromPoint(x, y); return found && button.contains(found) };
  let [left, right, up, down] = [0, 0, 0, 0];
  const sign = button.querySelector('svg').getBoundingClientRect();
  const x = sign.left + 8, y = sign.top + 8;
  while (at(x - left - 1, y)) left++;
  while (at(x + right + 1, y)) right++;
  while (at(x, y - up - 1)) up++;
  while (at(x, y + down + 1)) down++;
  return [left + right + 1, up + down + 1, sign.width] }"""


def box(found: Locator) -> tuple[float, float, float, float]:
    found.scroll_into_view_if_needed()
    left, top, right, bottom = found.evaluate(BOX)
    return left, top, right, bottom


def spreads(visit: Visit) -> list[Locator]:
    found = visit.page.locator('[class*="st-key-spread-"]')
    found.first.wait_for()
    return found.all()


@pytest.mark.parametrize("address", ["/fine-tuning", "/alignment", "/pitfalls", "/takeaways"])
def test_text_without_a_figure_stands_beside_its_heading(visit: Visit, address: str) -> None:
    visit.open(address)
    for block in spreads(visit):
        heading = box(block.locator("h2, h3").first)
        left, top, right, _ = box(block.locator(":scope > :nth-child(2) p").first)
        heading_again = box(block.locator("h2, h3").first)
        assert left > 500 and right - left <= 34 * 16
        assert abs(top - heading_again[1]) < 24
        assert heading[0] < 200


@pytest.mark.parametrize("context_options", [at(390, 844), at(768, 900)], ids=["phone", "tablet"])
@pytest.mark.parametrize("address", ["/alignment", "/pitfalls"])
def test_text_stays_below_its_heading_where_the_window_is_narrow(visit: Visit, address: str) -> None:
    visit.open(address)
    for block in spreads(visit):
        left, _, _, bottom = box(block.locator("h2, h3").first)
        text = block.locator(":scope > :nth-child(2) p").first.evaluate(BOX)
        assert text[1] >= bottom and abs(text[0] - left) < 1


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/quick-fire?way=drill", "practise"),
        ("/cases", "practise"),
        ("/interview", "interview"),
        ("/takeaways?claim=three-stages", "panel-claim"),
        ("/decide?problem=style&style-prompting=yes&style-examples=yes&view=record", "panel-record"),
    ],
)
def test_column_of_what_is_read_is_equally_wide_on_every_page(visit: Visit, address: str, key: str) -> None:
    visit.open(address)
    left, _, right, _ = box(visit.page.locator(f".st-key-{key}").first)
    assert right - left == 720


@pytest.mark.parametrize(
    ("context_options", "wide", "high"),
    [
        (at(390, 844, has_touch=True, is_mobile=True), 44, 40),
        (at(320, 700, has_touch=True), 44, 40),
        (at(1400, 900), 24, 24),
    ],
    ids=["phone", "smallest phone", "desk"],
)
@pytest.mark.parametrize("calculator", ["break-even", "memory", "pretraining"])
def test_help_for_a_field_has_room_for_a_finger(visit: Visit, calculator: str, wide: int, high: int) -> None:
    visit.open(f"/calculators?calc={calculator}")
    helps = visit.page.locator('[data-testid="stTooltipIcon"] button')
    helps.first.wait_for()
    for one in helps.all():
        one.scroll_into_view_if_needed()
        if not one.is_visible():
            continue
        width, height, sign = one.evaluate(PRESSED)
        assert (width >= wide, height >= high, sign) == (True, True, 16), one.get_attribute("aria-label")


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["smallest phone"])
def test_steps_of_a_number_related_links_and_the_logo_have_room_for_a_finger(visit: Visit) -> None:
    visit.open("/calculators?calc=break-even")
    for what in (
        '[data-testid^="stNumberInputStep"]',
        ".ll-related li a",
        '[data-testid="stHeader"] [data-testid="stLogoLink"]',
    ):
        left, top, right, bottom = box(visit.page.locator(what).first)
        assert (right - left >= 44, bottom - top >= 44) == (True, True), what


HEADER = """() => [...document.querySelectorAll(
  '[data-testid="stLogoLink"], [data-testid="stTopNavSection"], [data-testid="stExpandSidebarButton"], ' +
  '[data-testid="stMainMenu"], .st-key-top-right button')].map(e => e.getBoundingClientRect())
  .filter(r => r.width && r.top < 60 && r.right > 0).map(r => [r.left, r.right]).sort((a, b) => a[0] - b[0])"""


@pytest.mark.parametrize("address", ["/pitfalls", "/pitfalls?lang=de"])
def test_nothing_in_the_header_lies_on_another_thing(visit: Visit, address: str) -> None:
    visit.open(address)
    for width in (320, 390, 641, 767, 768, 834, 880, 881, 1001, 1400):
        visit.resize(width)
        places = visit.page.evaluate(HEADER)
        assert len(places) >= 3
        assert all(left >= right - 1 for (_, right), (left, _) in pairwise(places)), (width, places)


@pytest.mark.parametrize("address", ["/compare", "/lab", "/takeaways", "/fine-tuning"])
def test_long_german_words_stay_in_the_window_of_a_tablet(visit: Visit, address: str) -> None:
    visit.open(f"{address}?lang=de")
    assert visit.sideways(1024, 900, 768, 700) == {1024: 0, 900: 0, 768: 0, 700: 0}


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
def test_reasons_of_a_debrief_have_room_for_their_words(visit: Visit) -> None:
    visit.open("/interview?way=mock&session=first#debriefed")
    reason = visit.page.locator(".ll-bands .ll-row > span:last-child").nth(1)
    for width in (1024, 768, 700):
        visit.resize(width)
        left, _, right, _ = box(reason)
        assert right - left > 300


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
@pytest.mark.parametrize(
    "address", ["/pipeline", "/pipeline?lang=de", "/progress#veteran", "/decide", f"/host?room={GUIDE}#{HOST}"]
)
def test_words_in_a_figure_are_as_large_on_a_phone(visit: Visit, address: str) -> None:
    visit.open(address)
    visit.page.locator(".node").first.wait_for()
    text = visit.ask("figureText")
    assert 14 <= text["name"] < 20
    assert 12 <= text["rest"] < 20


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
def test_columns_under_each_other_stand_no_further_apart_than_blocks_on_a_phone(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes")
    said, warned = (
        visit.page.locator(".st-key-panel-outcome .stColumn, .stMain .stColumn")
        .filter(has=visit.page.locator(".ll-io, .ll-chef"))
        .all()[-2:]
    )
    assert 0 < box(warned)[1] - said.evaluate(BOX)[3] <= 34


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
@pytest.mark.parametrize("address", ["/pipeline", "/calculators?calc=throughput&method=qlora"])
def test_downloads_stand_in_one_row_on_a_small_phone(visit: Visit, address: str) -> None:
    visit.open(address)
    files = visit.page.locator('[class*="st-key-downloads-"]').first.get_by_test_id("stDownloadButton")
    files.first.wait_for()
    assert len({round(each.evaluate(BOX)[1]) for each in files.all()}) == 1


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
def test_last_segment_of_a_full_row_keeps_its_edge(visit: Visit) -> None:
    visit.open("/calculators?calc=throughput&method=qlora")
    row = visit.page.get_by_role("radiogroup", name="Method")
    last, first = (row.get_by_role("radio", name=name, exact=True) for name in ("LoRA", "Pre-train"))
    assert last.evaluate(BOX)[2] <= row.evaluate(BOX)[2]
    edge = first.evaluate("e => getComputedStyle(e).borderLeftColor")
    expect(last).to_have_css("border-right-color", edge)


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
def test_result_of_a_formula_is_not_broken(visit: Visit) -> None:
    visit.open("/calculators?calc=pretraining&model=Llama-3.1-405B&tokens_t=15.6")
    marked = visit.page.locator(".ll-steps mark b")
    marked.wait_for()
    assert marked.evaluate("e => e.getBoundingClientRect().height") < 34


CHART_WORDS = """() => Math.min(...[...document.querySelectorAll('[class*="st-key-charts-"] *')]
  .flatMap(e => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('text')] : [])
  .filter(e => e.getBoundingClientRect().width)
  .map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a))"""


def test_words_of_two_charts_side_by_side_are_large_enough(visit: Visit) -> None:
    visit.open("/lab?station=pre-train&run=pre-train")
    visit.page.locator('[class*="st-key-charts-"] svg').first.wait_for(state="attached")
    for width in (1280, 1024, 768, 700):
        visit.resize(width)
        assert visit.page.evaluate(CHART_WORDS) >= 12 - 0.05, width


@pytest.mark.parametrize("context_options", [at(390, 844), at(1400, 900)], ids=["phone", "desk"])
def test_button_of_a_form_of_our_own_is_written_like_every_button(visit: Visit) -> None:
    visit.open("/progress")
    own = visit.page.locator(".ll-button").first
    expect(own).to_have_css("font-size", "14px")


@pytest.mark.parametrize("context_options", [at(700, 900)], ids=["page at 200 %"])
def test_four_figures_stand_two_and_two_where_four_find_no_room(visit: Visit) -> None:
    visit.open("/progress#veteran")
    figures = visit.page.locator(".ll-figs:has(> :nth-child(4):last-child) > *")
    figures.first.wait_for()
    for width, rows in ((700, 2), (1400, 1), (390, 2)):
        visit.resize(width)
        tops = figures.evaluate_all("all => all.slice(0, 4).map(e => Math.round(e.getBoundingClientRect().top))")
        assert [tops.count(top) for top in sorted(set(tops))] == [4 // rows] * rows, width


@pytest.mark.parametrize("context_options", [at(700, 450)], ids=["page at 200 %"])
def test_result_of_a_calculator_stays_in_sight_of_its_fields_where_they_stand_above_it(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB")
    foot = visit.page.locator('[data-testid="stElementContainer"]:has(.ll-result)')
    expect(foot).to_be_in_viewport(ratio=1)
    assert foot.evaluate("e => e.getBoundingClientRect().height") < 450 / 5
    fields = visit.page.locator(".st-key-panel-calculator input:visible").all()
    assert len(fields) >= 3
    for field in fields:
        field.focus()
        assert field.evaluate(BOX)[3] <= foot.evaluate(BOX)[1]
    foot.evaluate("e => e.closest('[data-testid=stMain]').scrollTo(0, 99999)")
    expect(foot).not_to_be_in_viewport()


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["smallest phone"])
@pytest.mark.parametrize(
    "address", ["/pipeline?step=sft&lang=de", "/decide?problem=style&style-prompting=yes&style-examples=yes&lang=de"]
)
def test_terms_stand_above_their_words_where_these_would_find_no_room(visit: Visit, address: str) -> None:
    visit.open(address)
    words = visit.page.locator(".ll-io dd").first
    left, _, right, _ = box(words)
    assert right - left > 250
