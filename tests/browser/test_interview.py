"""A mock interview closed and resumed twice, rated by keys, debriefed and exported; one question by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import at
from tests.browser.practised import Practised, at_once
from tests.browser.seeded_interviews import DEBRIEFED, PAST, RATING
from tests.browser.visit import Visit

ANSWER = "I start with RAG and need a reason to leave it. I would build the evaluation set before training the model."
HALF = "Half an answer"
MOST_ANSWERS = 12
MARKS = ".ll-found, .ll-points, .ll-belief, .ll-bands"
POINTS = '[class*="st-key-ratings-"] > [data-testid="stElementContainer"]'
RATED = '[class*="st-key-ratings-"] [aria-checked="true"]'


def moved(tab: Practised, chromium: Browser) -> Practised:
    """The same learner in a new window, after the old one was closed."""
    cookies = tab.page.context.storage_state()
    tab.page.context.close()
    context = chromium.new_context(
        storage_state=cookies, viewport={"width": 1400, "height": 900}, accept_downloads=True
    )
    return at_once(context.new_page(), tab.app, "/interview?way=mock")


def wait_until_kept(context: BrowserContext, app: str, text: str) -> float:
    """Opens the interview beside, until what is typed is found there too; the seconds that its clock shows."""
    beside = Practised(context.new_page(), app)
    for _ in range(20):
        beside.open("/interview?way=mock")
        if beside.page.locator("textarea").input_value() == text:
            return clock_of(beside)
    raise AssertionError("what was typed is kept nowhere")


def clock_of(tab: Practised) -> float:
    minutes, seconds = str(tab.page.get_by_role("timer").text_content()).strip("+").split(":")
    return 60 * int(minutes) + int(seconds)


def test_second_tab_is_told_that_its_answer_came_too_late(visit: Visit) -> None:
    first = Practised(visit.page, visit.app).open("/interview?way=mock")
    first.go_on("Start: 3 questions")
    second = Practised(visit.page.context.new_page(), visit.app).open("/interview?way=mock")
    for tab, told in ((first, 0), (second, 1)):
        tab.page.locator("textarea").fill(ANSWER)
        tab.go_on("Submit and go on")
        expect(tab.page.get_by_text("You went on from that question in another tab.")).to_have_count(told)
    assert second.question() == first.question()


def test_second_tab_that_only_typed_is_told_so_and_not_for_a_moment(visit: Visit) -> None:
    first = Practised(visit.page, visit.app).open("/interview?way=mock")
    first.go_on("Start: 3 questions")
    second = Practised(visit.page.context.new_page(), visit.app).open("/interview?way=mock")
    first.page.locator("textarea").fill(ANSWER)
    first.go_on("Submit and go on")
    second.page.locator("textarea").fill(HALF)
    expect(second.page.locator("textarea")).to_have_value("")
    second.page.wait_for_timeout(600)
    second.settle()
    expect(second.page.get_by_text("You went on from that question in another tab.")).to_be_visible()
    assert second.question() == first.question()


def test_mock_interview_is_resumed_in_a_new_window_rated_debriefed_and_saved(
    chromium: Browser, visit: Visit, tmp_path: Path
) -> None:
    tab = Practised(visit.page, visit.app).open("/interview?way=mock")
    tab.go_on("Start: 3 questions")
    expect(tab.page.locator(".ll-question")).to_be_focused()
    tab.page.locator("textarea").fill(ANSWER)
    tab.go_on("Submit and go on")
    tab.page.locator("textarea").fill(HALF)
    seconds, asked = wait_until_kept(tab.page.context, tab.app, HALF), tab.question()
    tab = moved(tab, chromium)
    assert tab.question() == asked
    expect(tab.page.locator("textarea")).to_have_value(HALF)
    assert clock_of(tab) >= seconds
    answers = 1
    while tab.button("Submit and go on").count():
        expect(tab.page.locator(MARKS)).to_have_count(0)
        tab.page.locator("textarea").fill(ANSWER)
        tab.go_on("Submit and go on")
        answers += 1
        assert answers <= MOST_ANSWERS
    tab = rated_by_keys(tab, chromium, answers)
    expect(tab.page.get_by_text(f"3 questions, {answers} answers")).to_be_visible()
    expect(tab.page.locator(".ll-bands .ll-row")).to_have_count(4)
    expect(tab.page.get_by_text("You and the marks agree on")).to_be_visible()
    with tab.page.expect_download() as download:
        tab.button("Save as Markdown").click()
    saved = tmp_path / "interview.md"
    download.value.save_as(saved)
    text = saved.read_text(encoding="utf-8")
    assert text.count("\n> ") == answers
    assert re.search(r"\(you: (said it|partly); marked: (missing|not sure|covered)\)", text), text
    tab.page.context.close()


def rated_by_keys(tab: Practised, chromium: Browser, answers: int) -> Practised:
    """Rates the first answer by keys alone, half of it in a window that is closed; skips one, then all the others."""
    expect(tab.page.get_by_text(f"Your rating: answer 1 of {answers}")).to_be_visible()
    tab.press("1", "2", "1")
    expect(tab.page.locator(RATED)).to_have_count(3)
    expect(tab.page.get_by_role("status").filter(has_text=re.compile(r"^3 of \d+ rated\.$"))).to_be_visible()
    tab.settle()
    tab = moved(tab, chromium)
    expect(tab.page.get_by_text(f"Your rating: answer 1 of {answers}")).to_be_visible()
    expect(tab.page.locator(RATED)).to_have_text(["Said it", "Partly", "Said it"], use_inner_text=True)
    tab.settle()
    tab.press("0")
    expect(tab.button("Next answer")).to_be_enabled()
    tab.press("Enter")
    expect(tab.page.get_by_text(f"Your rating: answer 2 of {answers}")).to_be_visible()
    expect(tab.page.locator(MARKS)).to_have_count(0)
    tab.settle()
    tab.button("Skip this answer").click()
    expect(tab.page.get_by_text(f"Your rating: answer 3 of {answers}")).to_be_visible()
    tab.settle()
    tab.go_on("Skip to the debrief")
    return tab


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_question_is_asked_from_under_the_list_which_stays_within_reach(visit: Visit) -> None:
    tab = Practised(visit.page, visit.app).open("/interview")
    ask = tab.button("Ask me this question")
    expect(ask).to_be_in_viewport(ratio=1)
    tab.pick(4)
    expect(ask).to_be_in_viewport(ratio=1)
    expect(tab.page.locator(".st-key-choice-interview input").nth(4)).to_be_checked()
    tab.press("Tab")
    expect(ask).to_be_focused()


@pytest.mark.parametrize("context_options", [at(1400, 900), at(390, 844)], ids=["wide", "phone"])
def test_way_on_from_the_ratings_is_in_view(visit: Visit) -> None:
    visit.open(f"/interview?way=mock#{RATING}")
    expect(visit.button("No to the rest")).to_be_in_viewport(ratio=1)


def handed_in(visit: Visit) -> Practised:
    """The page of one question whose answer is to be rated."""
    tab = Practised(visit.page, visit.app).open("/interview")
    tab.button("Ask me this question").click()
    tab.page.locator("textarea").fill(ANSWER)
    tab.press("Control+Enter")
    tab.sees_heading("Did you say it?")
    tab.settle()
    return tab


@pytest.mark.parametrize("context_options", [at(1400, 700)], ids=["low"])
def test_point_that_the_next_key_rates_is_in_view_above_the_foot(visit: Visit) -> None:
    tab = handed_in(visit)
    points, foot = tab.page.locator(POINTS), tab.page.locator(".st-key-rate-ways")
    assert points.count() == 7
    for rated in range(1, 7):
        tab.press("1")
        expect(tab.page.locator(RATED)).to_have_count(rated)
        tab.settle()
        point, below = points.nth(rated).bounding_box(), foot.bounding_box()
        assert point and below
        assert point["y"] + point["height"] <= below["y"], "the foot or the fold hides the point"


def test_one_question_by_keyboard_alone(visit: Visit) -> None:
    tab = Practised(visit.page, visit.app).open("/interview")
    tab.tab_to(tab.button("Ask me this question"))
    tab.press("Enter")
    tab.page.locator("textarea").wait_for()
    expect(tab.page.locator(".ll-question")).to_be_focused()
    tab.tab_to(tab.page.locator("textarea"))
    tab.page.keyboard.type(ANSWER)
    tab.press("Control+Enter")
    tab.sees_heading("Did you say it?")
    tab.settle()
    groups = tab.page.locator('[class*="st-key-ratings-"] [role="radiogroup"]')
    for place in range(groups.count()):
        tab.tab_to(groups.nth(place).get_by_role("radio").first)
        tab.press("Space")
        tab.settle()
    expect(tab.page.locator(MARKS)).to_have_count(0)
    tab.tab_to(tab.button("Show the marks"))
    tab.press("Enter")
    tab.sees_heading("Key points")
    expect(tab.page.locator(".ll-found strong")).to_have_text("You: 7 said")
    expect(tab.page.get_by_text(re.compile(r"The marker: \d of 7 points found"))).to_be_visible()
    expect(tab.page.locator(".ll-answer mark").first).to_be_visible()
    tab.tab_to(tab.button("Add this question"))
    tab.press("Enter")
    told = tab.page.get_by_text("In your review")
    expect(told).to_be_visible()
    expect(told).to_be_focused()


def test_no_to_the_rest_hands_the_focus_to_the_button_that_goes_on(visit: Visit) -> None:
    tab = handed_in(visit)
    tab.tab_to(tab.button("No to the rest"))
    tab.press("Enter")
    expect(tab.button("Show the marks")).to_be_focused()
    tab.press("Enter")
    tab.sees_heading("Key points")
    expect(tab.page.locator(".ll-question")).to_be_focused()


def test_debrief_stays_when_its_questions_go_into_the_review_and_says_so_beside_the_way_there(visit: Visit) -> None:
    tab = Practised(visit.page, visit.app).open(f"/interview?way=mock&session={PAST[1]}#{DEBRIEFED}")
    tab.button("Add this question").click()
    told = tab.page.get_by_text("In your review: this question comes in 1 min.")
    expect(told).to_be_focused()
    tab.sees_heading("Debrief")
    tab.press("Tab")
    expect(tab.page.get_by_role("link", name="Go to the review")).to_be_focused()
    tab.press("Enter")
    tab.page.wait_for_url("**/quick-fire")


def test_every_answer_of_a_debrief_opens_over_the_whole_width(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[0]}#{DEBRIEFED}")
    column = visit.page.locator(".st-key-interview-wide")
    for place in range(3):
        turn = visit.page.locator(f".st-key-mock-turn-{place}")
        turn.locator("summary").first.click()
        turn.locator(".ll-found").wait_for()
        visit.settle()
        points = turn.locator(".ll-point").first
        assert points.bounding_box()["width"] > column.bounding_box()["width"] * 0.5  # type: ignore[index]


def test_answer_of_a_debrief_stays_open_when_a_point_is_rated_again(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[1]}#{DEBRIEFED}")
    answer = visit.page.locator(".st-key-mock-turn-1")
    head, said = answer.locator("summary").first, answer.get_by_text("You: said it")
    before = head.inner_text()
    head.click()
    answer.get_by_text("Rate a point again").click()
    was = said.count()
    answer.get_by_text("No" if was else "Said it", exact=True).last.click()
    expect(said).to_have_count(0 if was else 1)
    expect(answer.locator(".ll-points")).to_be_visible()
    head.click()
    expect(head).not_to_have_text(before)
