"""The review over days, over restarts, and while the store fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.clock.moving_clock import Clock, moving_clock
from tests.browser.reviewer import Review
from tests.browser.server import running_app


@pytest.fixture
def clock() -> Iterator[Clock]:
    with moving_clock() as clock:
        yield clock


def answers_in(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "learners.db")) as store:
        return int(store.execute("select count(*) from entries where undoes is null").fetchone()[0])


def test_a_week_with_the_clock_moved(clock: Clock, review: Review) -> None:
    week = Review(review.page, clock.app)
    week.open()
    let_in(week, 2)
    begun = []
    for day in range(9):
        clock.ahead(days=day)
        week.open()
        begun.append(week.counts())
        while not week.heading("Nothing is due").count():
            week.answer("4")
    assert begun[0] == []
    assert begun[1:8] == [[2, 0, 0]] * 7
    assert begun[8] == [2, 0, 2], "what was easy comes again after eight days"
    assert answers_in(clock.data) == 9 * 2 + 2


def let_in(review: Review, new_per_day: int) -> None:
    """Sets how many new items a day there are."""
    review.button("Settings").click()
    dialog = review.page.get_by_role("dialog")
    dialog.get_by_label("New questions a day").fill(str(new_per_day))
    review.press("Tab")
    review.settle()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)


def test_locked_store_is_told_and_the_same_press_works_later(clock: Clock, review: Review) -> None:
    here = Review(review.page, clock.app)
    here.open()
    here.answer("4")
    asked = here.question()
    here.reveal()
    with closing(sqlite3.connect(clock.data / "learners.db", isolation_level=None)) as other:
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
