"""How many sheets a page takes, and that a chart is drawn for one."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import DEBRIEFED, PAST
from tests.browser.seeded_rooms import ENDED, HOST
from tests.browser.test_paper import sheets
from tests.browser.visit import Visit


def test_outcome_begins_with_its_flowchart_on_the_first_of_two_sheets(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes")
    visit.sees_heading("Fine-tune on style examples")
    assert sheets(visit) == 2


LONGEST = "/decide?problem=knowledge&data-size=large&retrieval-time=no&knowledge-stable=yes"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_outcome_of_the_longest_way_is_two_sheets_of_either_paper(visit: Visit, paper: str) -> None:
    visit.open(LONGEST)
    visit.sees_heading("Fine-tune on stable knowledge")
    visit.page.locator(".node.selected").first.wait_for()
    assert sheets(visit, paper) == 2


@pytest.mark.parametrize(
    ("address", "kept", "rule"),
    [
        (f"/host?room={ENDED}#{HOST}", ".ll-table tbody tr:last-child", "breakBefore"),
        ("/pitfalls", "details:has(table) > summary", "breakAfter"),
        ("/pitfalls", "details:has(table) tbody tr:first-child", "breakAfter"),
    ],
)
def test_no_row_stands_alone_and_a_short_table_stands_below_its_name(
    visit: Visit, address: str, kept: str, rule: str
) -> None:
    visit.open(address)
    found = visit.page.locator(kept).first
    found.wait_for(state="attached")
    visit.page.emulate_media(media="print")
    assert found.evaluate(f"one => getComputedStyle(one).{rule}") == "avoid"


def test_ways_onward_leave_no_room_below_the_last_word(visit: Visit) -> None:
    visit.open("/pitfalls")
    ways = visit.page.locator("[data-testid=stLayoutWrapper]:has(> .st-key-next-page)")
    ways.wait_for(state="attached")
    visit.page.emulate_media(media="print")
    assert ways.evaluate("one => getComputedStyle(one).display") == "none"


@pytest.mark.parametrize("address", ["/progress#veteran", "/progress?lang=de#veteran"])
def test_progress_is_few_sheets_without_the_tables_that_say_its_figures_again(visit: Visit, address: str) -> None:
    visit.open(address)
    table = visit.page.locator("[class*='st-key-day-bars-'] details").first
    table.wait_for()
    assert sheets(visit) <= 4  # three, unless the days bring longer lists
    expect(table).to_be_hidden()
    visit.page.emulate_media(media="screen")
    table.locator("summary").click()
    visit.page.emulate_media(media="print")
    expect(table).to_be_visible()


@pytest.mark.parametrize("context_options", [at(390, 844), at(1400, 900)], ids=["phone", "desk"])
def test_chart_is_drawn_for_the_sheet_whatever_the_window(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB")
    drawing = visit.page.locator(".ll-plot .main-svg").first
    before = drawing.get_attribute("width")
    visit.page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    expect(drawing).to_have_attribute("width", "680")
    assert (drawing.get_attribute("viewBox") or "").startswith("0 0 680 ")
    visit.page.evaluate("() => { dispatchEvent(new Event('afterprint')) }")
    expect(drawing).to_have_attribute("width", str(before))
    assert drawing.get_attribute("viewBox") is None


def test_question_of_a_report_has_more_than_half_of_the_sheet(visit: Visit) -> None:
    visit.open(f"/host?room={ENDED}#{HOST}")
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 680, "height": 970})  # what A4 leaves between its margins
    shares = visit.page.locator(".ll-report table").first.evaluate(
        "one => [...one.querySelectorAll('th')].map(head => head.offsetWidth / one.offsetWidth)"
    )
    assert len(shares) == 6 and shares[0] > 0.55


def test_what_to_study_after_an_interview_is_one_whole_list_on_paper(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[0]}#{DEBRIEFED}")
    rest = visit.page.get_by_text("3 more", exact=True)
    expect(rest).to_be_visible()
    points, asked = (visit.page.locator(f"{one}:visible") for one in (".ll-study li", ".ll-studied"))
    expect(points).to_have_count(6)
    visit.page.emulate_media(media="print")
    expect(rest).to_be_hidden()
    expect(points).to_have_count(9)
    expect(asked).to_have_count(3)


@pytest.mark.parametrize("address", ["/compare", "/compare?lang=de"])
def test_tables_of_compare_are_printed_without_their_ways_to_sort_and_to_open(visit: Visit, address: str) -> None:
    visit.open(address)
    approaches, costs = (visit.page.locator(f".st-key-sortable-table-{one} table") for one in ("approaches", "costs"))
    expect(costs.locator(".head").first).to_be_visible()
    visit.page.emulate_media(media="print")
    visit.resize(680, 970)
    expect(approaches.locator("caption")).to_be_hidden()
    expect(costs.locator("caption")).to_be_visible()
    expect(visit.page.locator(".head:visible")).to_have_count(0)


def test_progress_is_printed_without_what_asks_for_a_press(visit: Visit) -> None:
    visit.open("/progress#veteran")
    hint = visit.page.get_by_text("Press a step to see what is behind it.", exact=True)
    expect(hint).to_be_visible()
    visit.page.emulate_media(media="print")
    expect(hint).to_be_hidden()
    expect(visit.page.get_by_text("Dotted: weak.")).to_be_visible()
    expect(visit.page.locator(".stDateInput button:visible")).to_have_count(0)


def test_figure_of_progress_stands_on_the_sheet_of_its_name(visit: Visit) -> None:
    visit.open("/progress#veteran")
    figure = visit.page.locator(".st-key-figure-progress")
    figure.wait_for()
    visit.page.emulate_media(media="print")
    expect(figure).to_have_css("break-inside", "avoid")
