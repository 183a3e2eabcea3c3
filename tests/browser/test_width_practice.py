"""How the width is used where one practises, leads a room or looks back: rows that stay rows, lines that stay whole."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import DEBRIEFED, IMPROVED
from tests.browser.seeded_rooms import ENDED, HOST, STAGE, VOTE
from tests.browser.test_width import BOX, box
from tests.browser.visit import Visit, stranger

pytestmark = pytest.mark.leaves_page

RING = """e => { const css = getComputedStyle(e)
  const ring = parseFloat(css.outlineWidth) + parseFloat(css.outlineOffset)
  return [e.getBoundingClientRect().right, ring, css.boxShadow] }"""
"""Where an element ends, how far its ring reaches beyond it, and its shadow."""


def test_both_ways_out_of_a_learners_data_begin_at_one_height(visit: Visit) -> None:
    visit.open("/progress#veteran")
    to_file, to_device = (visit.page.locator(f".st-key-strip-{way}").evaluate(BOX) for way in ("export", "offer"))
    assert abs(to_file[1] - to_device[1]) < 1 and to_file[0] < to_device[0]


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_days_under_a_figure_keep_apart_on_a_phone(visit: Visit) -> None:
    visit.open("/progress?lang=de#veteran")
    for figure in visit.page.locator(".ll-daybars .days").all():
        places = [box(day) for day in figure.locator("span").all() if day.is_visible()]
        assert all(left - right >= 12 for (_, _, right, _), (left, *_) in pairwise(places))


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["smallest phone"])
def test_shares_of_a_step_stand_below_each_other_however_long_its_sections_are_called(visit: Visit) -> None:
    visit.open("/progress#veteran")
    shares = visit.page.locator(".ll-spot:has(> span:first-child) > .ll-num")
    shares.first.wait_for()
    assert len({round(box(share)[2]) for share in shares.all()}) == 1


@pytest.mark.parametrize("context_options", [at(700, 450)], ids=["200 % zoom"])
def test_counts_of_a_review_take_one_line_in_german(visit: Visit) -> None:
    visit.open("/quick-fire?lang=de#veteran")
    _, top, _, bottom = box(visit.page.locator(".ll-counts"))
    assert bottom - top < 30


@pytest.mark.parametrize("context_options", [at(390, 844), at(320, 700)], ids=["phone", "small phone"])
@pytest.mark.parametrize("learner", [DEBRIEFED, IMPROVED])
def test_two_past_interviews_are_compared_on_a_phone_without_scrolling(visit: Visit, learner: str) -> None:
    visit.open(f"/interview?way=mock&lang=de#{learner}")
    table = visit.page.locator(".ll-scroll:has(.ll-sessions)")
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    if learner == IMPROVED:
        expect(table).to_contain_text("Prozent\u00adpunkt")


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_ways_to_take_a_report_away_stand_in_one_row_on_a_phone(visit: Visit) -> None:
    visit.open(f"/host?room={ENDED}&lang=de#{HOST}")
    ways = [visit.button(name) for name in ("Drucken", "Markdown", "CSV")]
    assert len({round(box(way)[1]) for way in ways}) == 1


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_next_step_stays_under_the_thumb_whether_a_title_takes_one_line_or_two(visit: Visit) -> None:
    below = []
    for code in (STAGE, VOTE):
        visit.open(f"/remote?room={code}#{HOST}")
        below.append(box(visit.button("Next step"))[1] - box(visit.page.locator("h1"))[1])
    assert abs(below[0] - below[1]) < 1


LINES = """e => { const words = document.createRange(); words.selectNodeContents(e);
  return [...words.getClientRects()].map(line => line.width) }"""


def test_note_below_the_answer_box_ends_in_no_line_of_two_words(visit: Visit) -> None:
    visit.open("/interview")
    visit.button("Ask me this question").click()
    note = visit.page.get_by_text("For dictation your browser")
    note.wait_for()
    lines = note.evaluate(LINES)
    assert min(lines) > 0.5 * max(lines)


def test_ring_of_a_button_without_a_frame_leaves_its_words_free(visit: Visit) -> None:
    visit.open("/quick-fire")
    way = visit.button("I do not know")
    visit.tab_to(way)
    expect(way).to_have_css("box-shadow", "none")
    expect(way).to_have_css("outline-offset", "4px")
    expect(way).to_have_css("outline-width", "3px")


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["smallest phone"])
def test_clock_of_an_answer_keeps_its_bar_on_the_smallest_phone(visit: Visit) -> None:
    visit.open("/interview?lang=de")
    visit.button("Stell mir diese Frage").click()
    visit.page.get_by_label("Deine Antwort").fill("RAG first.")
    expect(visit.page.get_by_text("Ziel: gesprochen etwa 2:00")).to_be_visible()
    left, _, right, _ = box(visit.page.locator(".clock .bar"))
    assert right - left > 200


@pytest.mark.parametrize("context_options", [at(320, 640, has_touch=True, is_mobile=True)], ids=["smallest phone"])
def test_five_methods_stand_in_one_row_and_the_ring_of_a_help_in_the_window(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&model=Llama-3.1-70B")
    methods = visit.page.locator(".stMain").get_by_role("radio")
    named = [one for one in methods.all() if one.inner_text() in ("Full", "LoRA", "QLoRA", "DoRA", "QDoRA")]
    assert len(named) == 5 and len({round(one.evaluate("e => e.getBoundingClientRect().top")) for one in named}) == 1
    help_of_model = visit.page.locator(".stTooltipIcon button").first
    visit.tab_to(help_of_model)
    right, ring, shadow = help_of_model.evaluate(RING)
    assert right + ring <= 320 and shadow == "none"


@pytest.mark.parametrize("context_options", [at(390, 844), at(320, 640)], ids=["phone", "smallest phone"])
def test_buttons_of_an_interviews_date_stand_beside_each_other_on_a_phone(visit: Visit) -> None:
    visit.open("/progress#veteran")
    tops = {round(visit.button(name).evaluate("e => e.getBoundingClientRect().top")) for name in ("Make", "No date")}
    assert len(tops) == 1


@pytest.mark.parametrize("context_options", [at(1400, 900), at(900, 700)], ids=["laptop", "half a tablet"])
def test_section_of_progress_below_another_stands_off_it(visit: Visit) -> None:
    visit.open("/progress#veteran")
    *_, above = box(visit.page.locator(".ll-spot").last)
    _, below, *_ = box(visit.page.get_by_role("heading", name="How sure, how right"))
    assert below - above >= 40


def test_question_of_a_drill_is_as_far_below_its_bar_as_one_of_a_review(visit: Visit) -> None:
    visit.open("/quick-fire#veteran")
    review = _gap(visit)
    visit.open(f"/cases#{stranger()}")
    visit.button("Start").click()
    assert abs(_gap(visit) - review) < 2


def _gap(visit: Visit) -> float:
    *_, bar = box(visit.page.locator(".ll-progress"))
    _, question, *_ = box(visit.page.locator(".ll-question-head .ll-eyebrow"))
    return question - bar


@pytest.mark.parametrize("context_options", [at(640, 400)], ids=["at 200 %"])
def test_buttons_that_explain_themselves_reach_over_nothing_beside_them(visit: Visit) -> None:
    visit.open("/pipeline")
    link = visit.page.get_by_role("link", name="What this scale gives you").bounding_box()
    svg, mermaid = (visit.page.get_by_role("button", name=name).bounding_box() for name in ("SVG", "Mermaid"))
    assert link and svg and mermaid
    assert link["y"] + link["height"] <= svg["y"]
    assert svg["x"] + svg["width"] <= mermaid["x"]
