"""What belongs together stands together: signs at their line, ways beside what they are for, gaps and rules alike."""

from itertools import pairwise

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import at
from tests.browser.seeded_interviews import DEBRIEFED, MARKED, RATING
from tests.browser.seeded_rooms import GUIDE, HOST, LAB, RESULTS
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

BOXES = "all => all.map(e => e.getBoundingClientRect().toJSON()).filter(box => box.height)"
LINES = """e => { const words = document.createRange(); words.selectNodeContents(e.lastChild);
  return [...words.getClientRects()].map(line => line.toJSON()) }"""
OFF_THE_FIRST_LINE = """all => all.map(row => {
  const words = document.createRange(), circle = row.querySelector("label > div > div").getBoundingClientRect()
  words.selectNodeContents(row.querySelector("p"))
  const line = words.getClientRects()[0]
  return Math.round((circle.top + circle.bottom - line.top - line.bottom) / 2)
})"""
PHONE = at(390, 844, has_touch=True, is_mobile=True)
each_window = pytest.mark.parametrize("context_options", [at(1400, 900), at(1920, 1080)], ids=["laptop", "wide"])
on_a_phone = pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])


def boxes(found: Locator) -> list[dict[str, float]]:
    """Where what can be seen of it is."""
    found.first.wait_for()
    return list(found.evaluate_all(BOXES))


@pytest.mark.parametrize("context_options", [at(1400, 900), PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("address", ["/interview", "/host", "/alignment"])
def test_circle_of_a_row_stands_at_the_first_line(visit: Visit, address: str) -> None:
    visit.open(address)
    rows = visit.page.locator('.stRadio [role="radiogroup"] > [data-rac]')
    rows.first.wait_for()
    assert {abs(off) for off in rows.evaluate_all(OFF_THE_FIRST_LINE)} <= {0, 1, 2}


@each_window
@pytest.mark.parametrize("address", ["/pipeline", "/decide", "/fine-tuning"])
def test_files_of_a_figure_stand_beside_what_is_said_of_them(visit: Visit, address: str) -> None:
    visit.open(address)
    row = visit.page.locator('[class*="st-key-downloads-"]').first
    [file, *_] = boxes(row.get_by_role("button"))
    [said] = row.locator(".ll-note").evaluate(LINES)
    assert 0 < file["left"] - said["right"] < 40


@each_window
def test_views_of_the_pipeline_begin_where_its_words_do(visit: Visit) -> None:
    visit.open("/pipeline")
    [switch], [words] = (boxes(visit.page.locator(f".st-key-{key}")) for key in ("pipeline-walk-view", "panel-stage"))
    assert abs(switch["left"] - words["left"]) <= 1


@each_window
@pytest.mark.parametrize("language", ["en", "de"])
def test_words_of_the_pipeline_begin_beside_its_title_right_below_their_views(visit: Visit, language: str) -> None:
    visit.open(f"/pipeline?lang={language}")
    page = visit.page
    [title], [switch] = boxes(page.locator("h1")), boxes(page.locator(".st-key-pipeline-walk-view"))
    [walk], [head] = (boxes(page.locator(f".st-key-{key}")) for key in ("bar-walk", "bar-head"))
    assert abs(switch["top"] - title["top"]) < 16
    assert 16 <= walk["top"] - switch["bottom"] <= 64
    assert walk["top"] < head["bottom"]


def test_note_on_an_address_lies_on_no_word_of_the_pipeline(visit: Visit) -> None:
    visit.open("/pipeline?step=tea")
    [note], [walk] = boxes(visit.page.locator(".stAlert")), boxes(visit.page.locator(".st-key-bar-walk"))
    assert walk["top"] >= note["bottom"]


def test_links_on_several_lines_are_one_list(visit: Visit) -> None:
    visit.open("/pipeline?step=fine-tuning")
    links = boxes(visit.page.locator(".st-key-panel-stage .stPageLink a"))
    lines = sorted({round(link["top"]) for link in links})[:3]
    assert all(below - above < 40 for above, below in pairwise(lines))


def test_link_to_another_state_of_the_page_looks_like_every_other(visit: Visit) -> None:
    visit.open("/host")
    links = visit.page.locator(".stMain .stPageLink p")
    links.first.wait_for()
    assert set(links.evaluate_all("all => all.map(e => getComputedStyle(e).fontWeight)")) == {"400"}


def test_title_of_a_formula_does_not_lie_on_it(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&model=Llama-3.1-70B")
    [formula] = boxes(visit.page.locator(".ll-formula.ll-steps"))
    [title] = boxes(visit.page.locator("h2:has(+ .ll-formula)"))
    assert formula["top"] - title["bottom"] >= 12


@on_a_phone
def test_fields_on_a_phone_are_all_as_far_apart(visit: Visit) -> None:
    visit.open("/calculators?calc=break-even")
    fields = boxes(visit.page.locator(".st-key-panel-calculator :is(.stNumberInput, .stSelectbox)"))
    gaps = [round(below["top"] - above["bottom"]) for above, below in pairwise(fields)]
    assert len(gaps) > 3
    assert max(gaps) - min(gaps) <= 4


def test_rules_of_a_list_are_as_long_as_that_above_them(visit: Visit) -> None:
    visit.open("/takeaways")
    [whole, *_] = boxes(visit.page.locator(".ll-terms"))
    [row, *_] = boxes(visit.page.locator(".ll-terms dd"))
    assert abs(row["right"] - whole["right"]) <= 1


def test_table_of_past_interviews_is_as_wide_as_their_list(visit: Visit) -> None:
    visit.open(f"/interview?way=mock#{DEBRIEFED}")
    [table], [room] = boxes(visit.page.locator(".ll-sessions")), boxes(visit.page.locator(".ll-scroll"))
    assert abs(table["right"] - room["right"]) <= 1


def test_one_rule_ends_the_points_that_are_rated(visit: Visit) -> None:
    visit.open(f"/interview?way=mock#{RATING}")
    rows = visit.page.locator('[class*="st-key-ratings-rate-"] > .stElementContainer')
    rows.first.wait_for()
    widths = rows.evaluate_all("all => all.map(e => getComputedStyle(e).borderBottomWidth)")
    assert set(widths[:-1]) == {"1px"}
    assert widths[-1] == "0px"


@on_a_phone
def test_what_was_found_stands_under_its_title_on_a_phone(visit: Visit) -> None:
    visit.open(f"/interview#{MARKED}")
    title, told = (boxes(visit.page.locator(f".ll-found > {part}"))[0] for part in ("h2", "div"))
    assert abs(title["left"] - told["left"]) <= 1


@on_a_phone
def test_no_line_of_a_refusal_runs_below_its_sign(visit: Visit) -> None:
    visit.open("/host?room=ZZZ-999")
    told = visit.page.locator(".ll-error")
    [sign], lines = boxes(told.locator(".ll-icon")), told.evaluate(LINES)
    assert len(lines) > 1
    assert all(line["left"] > sign["right"] for line in lines)


@pytest.mark.parametrize("context_options", [at(1400, 900), PHONE], ids=["laptop", "phone"])
def test_words_below_a_box_stand_at_its_name(visit: Visit) -> None:
    left = """all => all.map(e => { const words = document.createRange(); words.selectNodeContents(e)
      return words.getClientRects()[0].left })"""
    visit.open("/decide")
    names, notes = (
        visit.page.locator(f'[class*="st-key-row-"] {part}').evaluate_all(left)
        for part in (".stCheckbox p", ".ll-note")
    )
    assert {round(name - note, 1) for name, note in zip(names, notes, strict=True)} == {0}


def test_what_tells_the_rounds_of_a_vote_apart_stands_off_the_rule_above_it(visit: Visit) -> None:
    visit.open(f"/host?room={RESULTS}&view=screen#{HOST}")
    [votes], [note] = boxes(visit.page.locator(".ll-votes")), boxes(visit.page.locator(".ll-votes + .ll-note"))
    assert note["top"] - votes["bottom"] >= 8


def test_source_of_a_run_stands_off_the_large_words_above_it(visit: Visit) -> None:
    visit.open(f"/host?room={LAB}#{HOST}")
    [words], [note] = boxes(visit.page.locator(".ll-large")), boxes(visit.page.locator(".ll-large + .ll-note"))
    assert note["top"] - words["bottom"] >= 8


def test_table_of_a_record_has_rules_and_no_boxes(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes&view=record")
    cells = visit.page.locator(".st-key-panel-record :is(th, td)")
    cells.first.wait_for()
    sides = "all => all.map(e => getComputedStyle(e)).map(e => [e.borderLeftWidth, e.borderRightWidth, e.paddingLeft])"
    assert {tuple(side) for side in cells.evaluate_all(sides)} == {("0px", "0px", "0px")}


def test_options_that_nobody_voted_for_have_the_width_that_bars_would(visit: Visit) -> None:
    visit.open(f"/host?room={GUIDE}&view=screen#{HOST}")
    options = boxes(visit.page.locator(".ll-votes > .ll-vote strong"))
    assert max(option["height"] for option in options) < 45  # one line of 22 px


def test_mark_of_an_approach_stands_at_the_edge_of_its_column(visit: Visit) -> None:
    visit.open("/compare")
    row = visit.page.get_by_role("rowheader", name="Fine-tuning", exact=True)
    assert row.evaluate("e => getComputedStyle(e, '::before').left") == "0px"


def test_button_of_a_row_can_be_pressed_and_stands_level_with_the_cell_beside_it(visit: Visit) -> None:
    visit.open("/compare")
    row = visit.page.get_by_role("row").filter(has=visit.page.get_by_role("rowheader", name="Fine-tuning", exact=True))
    [button], [cell] = boxes(row.locator(".open")), boxes(row.get_by_text("High", exact=True))
    assert button["height"] >= 24
    assert abs((button["top"] + button["bottom"]) - (cell["top"] + cell["bottom"])) <= 2


def test_chart_of_the_lab_is_as_wide_as_the_figures_below_it(visit: Visit) -> None:
    visit.open("/lab?station=adapt&run=lora&rank=2&seed=12")
    [chart] = boxes(visit.page.locator('[class*="st-key-charts-"] .curve'))
    [figures] = boxes(visit.page.locator(".st-key-result-lab .ll-figs"))
    assert abs(chart["right"] - figures["right"]) <= 8


def test_builder_of_a_lora_stands_in_the_columns_of_the_words_above_it(visit: Visit) -> None:
    visit.open("/fine-tuning")
    [fields] = boxes(visit.page.locator(".st-key-panel-lora-inputs"))
    assert any(abs(fields["right"] - one["right"]) <= 1 for one in boxes(visit.page.locator(".ll-figs")))


def test_plot_of_approaches_begins_level_with_the_approach_beside_it(visit: Visit) -> None:
    visit.open("/compare")
    [line] = boxes(visit.page.locator(".st-key-panel-approach .ll-eyebrow"))
    [title] = boxes(visit.page.locator('h2:text-is("Cost against time")'))
    assert abs(line["top"] - title["top"]) <= 1
