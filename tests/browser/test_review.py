"""The review: a newcomer by mouse and by keyboard alone, undo, a place that is kept, two tabs, a store that fails."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from core.quiz.answers import Typed
from core.quiz.right_answer import right_answer
from tests.browser.conftest import at
from tests.browser.reviewer import Review, midday_zone

GRADES = ("Again", "Hard", "Good", "Easy")


@pytest.fixture
def context_options() -> dict[str, object]:
    """Counts of what is due today are the same at any hour: these learners have midday."""
    return at(1400, 900, timezone_id=midday_zone(datetime.now(UTC)))


def test_newcomer_reviews_by_mouse(review: Review) -> None:
    review.open()
    expect(review.page.get_by_text("One question at a time")).to_be_visible()
    assert review.counts() == []
    first = review.question()
    review.button("I do not know").or_(review.button("Show the answer")).click()
    for name in GRADES:
        expect(review.button(name)).to_be_visible()
    review.button("Good").click()
    expect(review.page.locator("h1")).not_to_have_text(first)
    assert review.counts() == [14, 1, 0]
    expect(review.page.get_by_role("img", name="1 of today's 16 answers done")).to_have_count(1)


def test_newcomer_reviews_by_keyboard_alone(review: Review) -> None:
    review.open()
    asked = [review.answer(key) for key in ("1", "2", "3", "4")]
    assert len(set(asked)) == 4
    assert review.counts() == [11, 3, 0]


def test_space_presses_the_suggested_grade(review: Review) -> None:
    review.open()
    first = review.question()
    review.reveal()
    review.grade("Space")
    assert review.question() != first
    assert review.counts() == [14, 1, 0]


def test_right_word_is_checked_by_enter_and_suggests_good(review: Review) -> None:
    review.open()
    review.come_to("short-text")
    answer = right_answer(review.item())
    assert isinstance(answer, Typed)
    review.tab_to(review.page.get_by_role("textbox"))
    review.page.keyboard.type(answer.text)
    review.press("Enter")
    expect(review.page.locator(".ll-said")).to_contain_text("Right.")
    expect(review.page.locator(".st-key-grades [kind=primary]")).to_contain_text("Good")


def test_keys_do_nothing_while_somebody_types(review: Review) -> None:
    review.open()
    review.come_to("short-text")
    asked = review.question()
    field = review.page.get_by_label("Your answer")
    review.tab_to(field)
    review.page.keyboard.type("u 1 nh?")
    review.settle()
    assert review.question() == asked
    expect(field).to_have_value("u 1 nh?")
    expect(review.page.get_by_text("Undone")).to_have_count(0)


def test_space_on_a_button_presses_that_button_alone(review: Review) -> None:
    review.open()
    asked = review.answer("4")
    review.tab_to(review.button("Undo"))
    review.press("Space")
    expect(review.page.get_by_text("Undone")).to_be_visible()
    review.settle()
    assert review.question() == asked
    expect(review.page.locator(".ll-said")).to_be_visible()


def test_undo_three_deep(review: Review) -> None:
    review.open()
    asked = [review.answer(key) for key in ("4", "1", "3", "4")]
    for before in reversed(asked[1:]):
        review.press("u")
        expect(review.page.locator("h1")).to_have_text(before)
        review.settle()
    assert review.counts() == [14, 0, 0]
    for left, after in zip((13, 12), asked[2:], strict=True):  # what was taken back comes again, one after the other
        review.press("4")
        expect(review.page.locator("h1")).to_have_text(after)
        expect(review.page.get_by_text("Undone. Grade it again.")).to_be_visible()
        review.settle()
        assert review.counts() == [left, 0, 0]
    review.grade("4")
    assert review.counts() == [11, 0, 0]


def test_help_opens_by_its_key_and_says_when_which(review: Review) -> None:
    review.open()
    review.reveal()
    review.press("?")
    expect(review.page.get_by_text("Never press it for a miss", exact=False)).to_be_visible()
    review.press("3")
    expect(review.page.locator(".ll-said")).to_be_visible()
    expect(review.page.get_by_text("a hint, if there is one")).to_be_in_viewport(ratio=1)
    review.press("Escape")
    expect(review.page.get_by_text("Never press it for a miss", exact=False)).to_have_count(0)
    review.grade("Space")


def test_verdict_and_grades_are_in_view_together_and_the_focus_goes_with_them(review: Review) -> None:
    review.open()
    for kind in ("multiple-choice", "single-choice"):
        review.come_to(kind)
        review.reveal()
        expect(review.page.locator(".ll-said")).to_be_in_viewport(ratio=1)
        expect(review.page.locator(".ll-said")).to_be_focused()
        for name in GRADES:
            expect(review.button(name)).to_be_in_viewport(ratio=1)
        review.grade("4")


def test_report_is_ready_to_paste(review: Review) -> None:
    review.open()
    asked = review.question()
    review.reveal()
    review.button("Report this question").click()
    expect(review.page.locator("code", has_text="What is wrong with it:")).to_contain_text(asked)


def test_chapter_opens_with_the_node_lit(review: Review) -> None:
    review.open()
    node = review.item().node
    review.reveal()
    review.page.get_by_role("link", name="See it in the chapter").click()
    review.wait_for_params(step=node)
    expect(review.node(node)).to_have_attribute("aria-current", "step")


def test_closed_tab_opens_at_the_same_question_with_its_draft(review: Review) -> None:
    review.open()
    review.come_to("short-text")
    asked = review.question()
    review.page.get_by_label("Your answer").fill("42")
    expect(review.button("Check answer")).to_be_enabled()
    review.settle()
    again = in_another_tab(review)
    assert again.question() == asked
    expect(again.page.get_by_label("Your answer")).to_have_value("42")
    again.button("Check answer").click()
    expect(again.page.locator(".ll-said")).to_be_visible()
    again.settle()
    third = in_another_tab(again)
    expect(third.page.locator(".ll-said")).to_be_visible()


def test_undo_pressed_while_typing_loses_nothing_that_was_typed(review: Review) -> None:
    review.open()
    review.answer()
    review.come_to("short-text")
    asked = review.question()
    field = review.page.get_by_label("Your answer")
    field.press_sequentially("low ra")
    review.button("Undo").click()
    expect(review.page.get_by_text("Undone")).to_be_visible()
    review.settle()
    review.grade("3")
    assert review.question() == asked
    expect(field).to_have_value("low ra")


def in_another_tab(review: Review) -> Review:
    """The page closed, and opened in a new tab."""
    page: Page = review.page.context.new_page()
    review.page.close()
    again = Review(page, review.app)
    again.open()
    return again


def test_two_tabs_count_one_answer_once(review: Review) -> None:
    review.open()
    other = Review(review.page.context.new_page(), review.app)
    other.open()
    assert other.question() == review.question()
    other.reveal()
    other.grade("4")
    review.reveal()
    review.grade("1")
    expect(review.page.get_by_text("It counts once")).to_be_visible()
    assert review.question() == other.question()
    assert review.counts() == other.counts() == [14, 0, 0]


def test_everything_answered_says_when_more_comes_and_offers_rounds(review: Review) -> None:
    review.open()
    for _ in range(15):
        review.answer("4")
    expect(review.heading("Nothing is due")).to_be_visible()
    expect(
        review.page.get_by_text(re.compile(r"Your next questions come ((today|tomorrow) at 4:00|in \d+ min)"))
    ).to_be_visible()
    review.button("Cram").click()
    expect(review.page.get_by_text("Cramming")).to_be_visible()
    review.answer("2")
    review.button("End the round").click()
    expect(review.heading("Nothing is due")).to_be_visible()


def test_settings_are_kept(review: Review) -> None:
    review.open()
    review.button("Settings").click()
    dialog = review.page.get_by_role("dialog")
    dialog.get_by_text("Two buttons").click()
    expect(dialog.get_by_text("a week")).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    review.button("I do not know").click()
    expect(review.button("Good")).to_be_visible()
    expect(review.button("Easy")).to_have_count(0)
    again = in_another_tab(review)
    expect(again.button("Good")).to_be_visible()
    expect(again.button("Hard")).to_have_count(0)
