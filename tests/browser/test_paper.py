"""On paper: what belongs together stays together, and no number is cut."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import OVERRULING, PAST
from tests.browser.visit import Visit

NUMBER_WIDTH = """list => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = getComputedStyle(list).font;
  return pen.measureText(`${list.children.length}. `).width }"""


def test_columns_of_methods_and_fields_with_their_labels_are_not_torn(visit: Visit) -> None:
    visit.open("/fine-tuning")
    visit.page.emulate_media(media="print")
    for whole in (".ll-methods", "[data-testid=stNumberInput]", "[data-testid=stSelectbox]"):
        found = visit.page.locator(whole).first
        found.wait_for()
        assert found.evaluate("e => getComputedStyle(e).breakInside") == "avoid", whole


def test_numbers_of_a_long_list_stand_inside_it(visit: Visit) -> None:
    visit.open("/takeaways?view=chapter")
    outline = visit.page.locator("ol.ll-outline").first
    outline.wait_for()
    room = float(outline.evaluate("e => parseFloat(getComputedStyle(e).paddingLeft)"))
    assert room >= outline.evaluate(NUMBER_WIDTH)


def test_related_terms_are_printed_without_their_addresses(visit: Visit) -> None:
    visit.open("/takeaways?term=qlora")
    related = visit.page.locator(".ll-termlist a").first
    related.wait_for()
    visit.page.emulate_media(media="print")
    assert related.evaluate("e => getComputedStyle(e, '::after').content") == "none"


FIGURES = "document.querySelectorAll('.main-svg').length"
COUNTS = f"window.printed = []; window.print = () => window.printed.push({FIGURES})"


@pytest.mark.parametrize("asked", ["Control+p", "window.print()"])
def test_page_that_was_just_opened_is_printed_with_all_its_figures(visit: Visit, asked: str) -> None:
    page = visit.page
    page.add_init_script(COUNTS)
    page.goto(f"{visit.app}/compare")
    page.locator("html[data-ll-paper]").wait_for(state="attached")
    page.keyboard.press(asked) if "+" in asked else page.evaluate(asked)
    page.wait_for_function("window.printed.length > 0")
    page.locator(".main-svg").first.wait_for()
    visit.settle()
    assert page.evaluate("window.printed") == [page.evaluate(FIGURES)]


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_paper_is_white_to_its_edges_in_the_dark_scheme_too(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.page.emulate_media(media="print")
    for part in ("html", "body", ".stApp"):
        expect(visit.page.locator(part)).to_have_css("background-color", "rgb(255, 255, 255)")


INK = "rgb(22, 32, 29)"
WHITE = """() => [...document.querySelector('[data-testid="stRadioOption"]').querySelectorAll('div')].every(
  each => ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(getComputedStyle(each).backgroundColor))"""


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_what_can_be_chosen_is_black_on_white_on_paper_in_the_dark_scheme_too(visit: Visit) -> None:
    visit.open("/alignment")
    option = visit.page.get_by_test_id("stRadioOption").first
    option.wait_for()
    visit.page.emulate_media(media="print")
    expect(option.locator("p").first).to_have_css("color", INK)
    visit.page.wait_for_function(WHITE)  # the colours fade over
    visit.open("/takeaways?view=chapter")
    expect(visit.page.locator("code").first).to_have_css("background-color", "rgb(242, 244, 239)")
    expect(visit.page.locator("code").first).to_have_css("color", INK)


def test_head_of_links_and_ways_to_move_a_record_are_left_out_on_paper(visit: Visit) -> None:
    visit.open("/lab?station=adapt&run=lora")
    visit.sees_heading("See it in the chapter")
    visit.page.emulate_media(media="print")
    expect(visit.heading("See it in the chapter")).to_be_hidden()
    expect(visit.page.locator(".ll-replies > div").first).to_have_css("break-inside", "avoid")
    visit.open("/progress")
    visit.page.locator(".st-key-learner-data").wait_for(state="attached")
    expect(visit.page.locator(".st-key-learner-data")).to_be_hidden()


def sheets(visit: Visit, paper: str = "A4") -> int:
    """How many sheets the page takes."""
    visit.page.emulate_media(media="print")
    return visit.page.pdf(format=paper).count(b"/Type /Page\n")


def test_start_is_one_sheet(visit: Visit) -> None:
    visit.open("/")
    expect(visit.heading("Run it with a team")).to_be_visible()
    assert sheets(visit) == 1


@pytest.mark.parametrize("address", ["/pipeline", "/progress#veteran"])
def test_buttons_that_zoom_a_figure_are_left_out_on_paper(visit: Visit, address: str) -> None:
    visit.open(address)
    tools = visit.page.locator(".tools").first
    expect(tools).to_be_visible()
    visit.page.emulate_media(media="print")
    expect(tools).to_be_hidden()


EMPTY_END = """() => {
  const words = [...document.querySelectorAll('.stMain :is(p, li, dd)')].map(e => e.getBoundingClientRect());
  return document.documentElement.scrollHeight - Math.max(...words.filter(r => r.height > 1).map(r => r.bottom)) }"""


@pytest.mark.parametrize("context_options", [at(680, 900)], ids=["as wide as paper"])
def test_outcome_ends_with_its_last_word_so_that_no_white_sheet_follows(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge,style&data-size=fits&style-prompting=no")
    visit.page.locator(".st-key-strip-outcome-prompt-stuffing .ll-chef").first.wait_for()
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate(EMPTY_END) < 30


def test_drawers_draw_no_rule_of_their_own_above_the_next_block_on_paper(visit: Visit) -> None:
    visit.open("/pitfalls")
    drawer = visit.page.locator(".stExpander details").first
    drawer.wait_for()
    visit.page.emulate_media(media="print")
    expect(drawer).to_have_css("border-bottom-width", "0px")


def test_dials_stand_with_the_chart_that_they_move(visit: Visit) -> None:
    visit.open("/alignment")
    row = visit.page.locator(".stHorizontalBlock:has(.stSlider)").last
    row.wait_for()
    visit.page.emulate_media(media="print")
    expect(row).to_have_css("break-inside", "avoid")
    expect(row).to_have_css("break-after", "avoid")


def test_what_asks_for_a_choice_of_words_is_left_out_of_a_marked_answer(visit: Visit) -> None:
    visit.open("/interview#marked")
    asked = visit.page.locator(".st-key-interview .stExpander:has(.stSelectbox)")
    visit.page.keyboard.press("Control+p")
    asked.first.wait_for(state="attached")
    visit.page.emulate_media(media="print")
    expect(asked.first).to_be_hidden()


def test_answer_of_a_debrief_with_a_point_that_was_overruled_is_printed_while_it_is_open(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[0]}#{OVERRULING}")
    answer = visit.page.locator(".st-key-mock-turn-0")
    answer.locator("summary").first.click()
    answer.get_by_text("Rate a point again").click()
    visit.settle()
    answer.get_by_text("Said it", exact=True).last.click()
    wording = answer.locator(".stExpander .stExpander", has_text="Suggest my wording")
    wording.wait_for()
    visit.settle()
    visit.page.emulate_media(media="print")
    expect(answer.locator(".ll-points")).to_be_visible()
    expect(wording).to_be_hidden()


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_link_of_a_record_is_black_on_paper_in_the_dark_scheme_too(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes&view=record")
    link = visit.page.locator('.st-key-panel-record a[href^="http"]').first
    link.wait_for()
    visit.page.emulate_media(media="print")
    expect(link).to_have_css("color", INK)


@pytest.mark.parametrize(
    ("address", "choices"),
    [
        ("/lab?station=adapt&run=bits", ("lab-run-adapt", "lab-knob-world")),
        ("/lab?station=align&run=align&pairs=40", ("lab-knob-align-method", "lab-knob-align-pairs")),
    ],
)
def test_paper_says_which_run_of_the_lab_it_shows(visit: Visit, address: str, choices: tuple[str, ...]) -> None:
    visit.open(address)
    visit.page.locator(".st-key-result-lab").wait_for()
    visit.page.emulate_media(media="print")
    for choice in choices:
        row = visit.page.locator(f".st-key-{choice}")
        expect(row.locator("button[aria-checked='true']")).to_be_visible()
        expect(row.locator("button[aria-checked='false']").first).to_be_hidden()
        if "knob" in choice:  # alone, a short one was cut
            expect(row.locator("button[aria-checked='true'] p")).to_have_css("overflow", "visible")


@pytest.mark.parametrize("address", ["/lab?station=adapt&run=lora", "/calculators?calc=throughput"])
def test_chosen_of_a_row_is_one_line_on_paper(visit: Visit, address: str) -> None:
    visit.open(address)
    chosen = visit.page.locator(".stButtonGroup button[aria-checked='true'] p:visible")
    chosen.first.wait_for()
    visit.page.emulate_media(media="print")
    visit.resize(718, 1000)
    assert chosen.evaluate_all("all => all.filter(e => e.getBoundingClientRect().height > 24).length") == 0


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_notice_and_empty_field_can_be_read_on_paper_in_the_dark_scheme_too(visit: Visit) -> None:
    visit.open("/calculators?calculator=memory&nothing=1")
    notice = visit.page.locator(".stAlertContainer").first
    notice.wait_for()
    visit.page.emulate_media(media="print")
    expect(notice).to_have_css("background-color", "rgb(242, 244, 239)")
    expect(notice.get_by_text("The address says").first).to_have_css("color", INK)
    empty = visit.page.locator(".stSelectbox input:placeholder-shown").first
    assert empty.evaluate("e => getComputedStyle(e, '::placeholder').color") == "rgb(83, 94, 89)"


def test_chapter_as_one_document_says_that_what_can_be_moved_is_elsewhere(visit: Visit) -> None:
    visit.open("/takeaways?view=chapter")
    expect(visit.page.get_by_text("What the text asks you to move or try stands on the pages")).to_be_visible()


@pytest.mark.parametrize(("language", "last"), [("en", "Revisit when"), ("de", "Neu prüfen, wenn")])
def test_record_is_two_sheets(visit: Visit, language: str, last: str) -> None:
    visit.open(f"/decide?problem=style&style-prompting=yes&style-examples=yes&view=record&lang={language}")
    visit.sees_heading(last)
    assert sheets(visit) == 2


@pytest.mark.parametrize("context_options", [at(680, 900)], ids=["as wide as paper"])
def test_chart_on_paper_is_the_wide_one(visit: Visit) -> None:
    visit.open("/pitfalls")
    chart = visit.page.locator(".curve").first
    chart.wait_for()
    visit.page.emulate_media(media="print")
    expect(chart.locator(".wide")).to_be_visible()
    expect(chart.locator(".narrow")).to_be_hidden()


def test_text_keeps_its_distance_from_the_rule_below_it_where_pages_are_cut(visit: Visit) -> None:
    visit.open("/fine-tuning")
    text = visit.page.locator(".st-key-spread-three-methods .stMarkdown")
    text.wait_for()
    visit.page.emulate_media(media="print")
    expect(text.get_by_test_id("stMarkdownContainer")).to_have_css("margin-bottom", "0px")
    expect(text.locator("p").last).to_have_css("margin-bottom", "0px")
