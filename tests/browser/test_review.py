"""The review: a newcomer by mouse and by keyboard alone, undo, a place that is kept, two tabs, a store that fails."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clock.moving_clock import Clock, moving_clock
from tests.browser.server import running_app
from tests.browser.visit import Visit

PAGE = "/quick-fire"
GRADES = ("Again", "Hard", "Good", "Easy")


class Review(Visit):
    """Somebody who reviews."""

    def open(self, address: str = PAGE) -> "Review":
        super().open(address)
        self.page.locator(".key-presses").wait_for(state="attached")  # from then on keys are heard
        return self

    def question(self) -> str:
        return self.page.locator("h1").inner_text()

    def counts(self) -> list[int]:
        """New, learning, due."""
        return [int(text) for text in self.page.locator(".ll-counts b").all_inner_texts()]

    def reveal(self) -> None:
        """Shows the answer by its key, and waits for it."""
        self.press("Space")
        expect(self.page.locator(".ll-said")).to_be_visible()
        self.settle()

    def grade(self, key: str) -> None:
        """Grades by its key, and waits for the next question or the end."""
        self.press(key)
        expect(self.page.locator(".ll-said")).to_have_count(0)
        self.settle()

    def answer(self, key: str = "4") -> str:
        """Reveals and grades one item; which."""
        asked = self.question()
        self.reveal()
        self.grade(key)
        return asked


@pytest.fixture
def review(visit: Visit) -> Review:
    return Review(visit.page, visit.app)


@pytest.fixture
def clock() -> Iterator[Clock]:
    with moving_clock() as clock:
        yield clock


def answers_in(folder: Path) -> int:
    with sqlite3.connect(folder / "learners.db") as store:
        return int(store.execute("select count(*) from entries where undoes is null").fetchone()[0])


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
    expect(review.page.get_by_role("img", name="1 of 16 answers of today are done")).to_have_count(1)


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


def test_right_number_is_checked_by_enter_and_suggests_good(review: Review) -> None:
    review.open()
    field = review.page.get_by_label("Your answer")
    review.tab_to(field)
    review.page.keyboard.type("3.9e23")
    review.press("Enter")
    expect(review.page.locator(".ll-said")).to_contain_text("Right.")
    primary = review.page.locator(".st-key-grade-suggested")
    expect(primary).to_contain_text("Good")


def test_keys_do_nothing_while_somebody_types(review: Review) -> None:
    review.open()
    review.answer("4")
    while not review.page.get_by_label("Your answer").count():
        review.answer("4")
    asked = review.question()
    field = review.page.get_by_label("Your answer")
    review.tab_to(field)
    review.page.keyboard.type("u 1 h?")
    review.settle()
    assert review.question() == asked
    expect(field).to_have_value("u 1 h?")
    expect(review.page.get_by_text("Taken back")).to_have_count(0)


def test_space_on_a_button_presses_that_button_alone(review: Review) -> None:
    review.open()
    asked = review.answer("4")
    review.tab_to(review.button("Undo"))
    review.press("Space")
    expect(review.page.get_by_text("Taken back")).to_be_visible()
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
    review.grade("4")
    assert review.counts() == [13, 0, 0]


def test_help_opens_by_its_key_and_says_when_which(review: Review) -> None:
    review.open()
    review.reveal()
    review.press("?")
    expect(review.page.get_by_text("Never press it for a miss", exact=False)).to_be_visible()
    review.press("3")
    expect(review.page.locator(".ll-said")).to_be_visible()
    review.press("Escape")
    expect(review.page.get_by_text("Never press it for a miss", exact=False)).to_have_count(0)


def test_report_is_ready_to_paste(review: Review) -> None:
    review.open()
    asked = review.question()
    review.reveal()
    review.button("Report this question").click()
    expect(review.page.locator("code", has_text="What is wrong with it:")).to_contain_text(asked)


def test_chapter_opens_with_the_node_lit(review: Review) -> None:
    review.open()
    review.reveal()
    review.page.get_by_role("link", name="See it in the chapter").click()
    review.wait_for_params(step="pre-training")
    expect(review.node("pre-training")).to_have_attribute("aria-current", "step")


def test_closed_tab_opens_at_the_same_question_with_its_draft(review: Review) -> None:
    review.open()
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
    expect(review.page.get_by_text(re.compile("Your next cards come (today|tomorrow) at 4:00"))).to_be_visible()
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
    review.reveal()
    expect(review.button("Easy")).to_have_count(0)
    again = in_another_tab(review)
    expect(again.button("Good")).to_be_visible()
    expect(again.button("Hard")).to_have_count(0)


def test_a_week_with_the_clock_moved(clock: Clock, review: Review) -> None:
    week = Review(review.page, clock.app)
    week.open()
    for _ in range(15):
        week.answer("4")
    left = []
    for day in range(1, 10):
        clock.ahead(days=day)
        week.open()
        left.append(week.counts())
        while not week.heading("Nothing is due").count():
            week.answer("4")
    assert left[0] == [3, 0, 0]
    assert left[1:7] == [[0, 0, 0]] * 6
    assert left[7] == [0, 0, 15]
    assert left[8] == [0, 0, 3]
    assert answers_in(clock.data) == 15 + 3 + 15 + 3


def test_locked_store_is_told_and_the_same_press_works_later(clock: Clock, review: Review) -> None:
    here = Review(review.page, clock.app)
    here.open()
    here.answer("4")
    asked = here.question()
    here.reveal()
    with sqlite3.connect(clock.data / "learners.db", isolation_level=None) as other:
        other.execute("begin immediate")
        here.press("3")
        expect(here.page.get_by_text("The store is busy", exact=False)).to_be_visible(timeout=30_000)
        assert here.question() == asked
        other.execute("rollback")
    here.settle()
    here.grade("3")
    expect(here.page.get_by_text("The store is busy", exact=False)).to_have_count(0)
    assert answers_in(clock.data) == 2


def test_server_that_was_killed_and_started_again_knows_the_place(tmp_path: Path, review: Review) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as first:
        here = Review(review.page, first)
        here.open()
        here.answer("4")
        asked = here.question()
        here.reveal()
        here.page.goto("about:blank")
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as second:
        here = Review(review.page, second)
        here.open()
        assert here.question() == asked
        expect(here.page.locator(".ll-said")).to_be_visible()
        here.page.goto("about:blank")
