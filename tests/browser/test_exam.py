"""An exam: resumed after the tab was closed, by keyboard alone, handed in once from two tabs, marked at the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import at
from tests.browser.practised import Practised, at_once, rows
from tests.browser.server import running_app
from tests.browser.test_every_page import PHONE, complaints_in_both_themes

PAGE = "/quick-fire?way=exam"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the server's store."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def app(bank: str, data: Path) -> Iterator[str]:
    with running_app(LLM_LADDER_DATA=str(data), LLM_LADDER_CONTENT=bank) as address:
        yield address


def start(tab: Practised, topic: str) -> None:
    """Starts five questions on one topic."""
    tab.page.locator('[class*="st-key-exam-start-pages"] button').filter(has_text=topic).click()
    expect(tab.page.get_by_text("1 of 4 topics.")).to_be_visible()
    tab.settle()
    tab.page.get_by_role("radio", name="5", exact=True).click()
    tab.settle()
    tab.button("Start the exam").click()
    expect(tab.stop(1)).to_be_visible()
    tab.settle()


def hand_in(tab: Practised) -> None:
    """Hands in, and waits for the marks."""
    tab.button("Hand in").click()
    tab.sees_heading("Hand in?")
    tab.go_on("Hand in now")


def test_exam_is_resumed_in_a_new_window_with_its_answers(chromium: Browser, here: Practised) -> None:
    here.open(PAGE)
    start(here, "Fine-tuning")
    here.field().fill("12 k")
    here.waits_for_stop(1, "answered, shown now")
    here.go_on("Next")
    here.page.locator(".st-key-exam-flag-press button").click()
    here.waits_for_stop(2, "open, flagged, shown now")
    here.field().fill("3e6")
    here.waits_for_stop(2, "answered, flagged, shown now")
    asked, stops = here.question(), here.stops()
    cookies = here.page.context.storage_state()
    here.page.context.close()
    context = chromium.new_context(storage_state=cookies, viewport={"width": 1400, "height": 900})
    again = at_once(context.new_page(), here.app, PAGE)
    expect(again.stop(1)).to_be_visible()
    again.settle()
    assert again.question() == asked
    assert again.stops() == stops
    expect(again.field()).to_have_value("3e6")
    again.stop(1).click()
    again.waits_for_stop(1, "answered, shown now")
    expect(again.field()).to_have_value("12 k")
    context.close()


def test_exam_by_keyboard_alone(here: Practised) -> None:
    here.open(PAGE)
    here.tab_to(here.button("Start the exam"))
    here.press("Enter")
    expect(here.stop(1)).to_be_visible()
    here.settle()
    asked = here.question()
    here.press("n")
    expect(here.stop(2)).to_have_attribute("aria-current", "step")
    assert here.question() != asked
    here.settle()
    here.press("f")
    here.waits_for_stop(2, "open, flagged, shown now")
    here.tab_to(here.stop(2))
    here.press("End", "Enter")
    expect(here.stop(10)).to_have_attribute("aria-current", "step")
    here.settle()
    here.press("Home", "Enter")
    expect(here.stop(1)).to_have_attribute("aria-current", "step")
    here.settle()
    assert here.question() == asked
    here.tab_to(here.button("Hand in"))
    here.press("Enter")
    expect(here.heading("Hand in?")).to_be_focused()
    here.tab_to(here.button("Hand in now"))
    here.press("Enter")
    expect(here.heading("0 of 10 right")).to_be_focused()


def test_answer_typed_just_before_going_on_is_kept(here: Practised) -> None:
    here.open(PAGE)
    start(here, "Fine-tuning")
    here.field().click()
    here.page.keyboard.type("12 k")
    here.press("Tab", "Enter")
    here.waits_for_stop(2, "open, shown now")
    here.stop(1).click()
    here.waits_for_stop(1, "answered, shown now")
    expect(here.field()).to_have_value("12 k")


def test_nothing_is_right_or_wrong_before_the_exam_is_handed_in(here: Practised) -> None:
    here.open(PAGE)
    start(here, "Pitfalls")
    here.pick(0)
    here.waits_for_stop(1, "answered, shown now")
    expect(here.page.locator(".ll-said, .ll-feedback, .ll-verdict, .ll-opt.right, .ll-opt.wrong")).to_have_count(0)
    expect(here.page.get_by_text("See it in the chapter")).to_have_count(0)
    here.pick(1)
    here.button("Hand in").click()
    expect(here.page.get_by_text("4 of 5 questions have no answer")).to_be_visible()
    here.button("Question 3").click()
    expect(here.stop(3)).to_have_attribute("aria-current", "step")
    here.settle()
    hand_in(here)
    here.sees_heading("of 5 right")
    expect(here.page.get_by_text("By step or decision")).to_be_visible()
    here.page.get_by_text("Show all answers").click()
    expect(here.told()).to_have_count(5)


def test_emptied_field_is_an_open_question_again(here: Practised) -> None:
    here.open(PAGE)
    start(here, "Fine-tuning")
    here.field().fill("12 k")
    here.waits_for_stop(1, "answered, shown now")
    here.field().fill("")
    here.waits_for_stop(1, "open, shown now")


def test_number_that_cannot_be_read_is_there_again_after_a_reload(here: Practised) -> None:
    here.open(PAGE)
    start(here, "Fine-tuning")
    here.field().fill("12 k")
    here.waits_for_stop(1, "answered, shown now")
    here.field().fill("twelve")
    here.waits_for_stop(1, "open, shown now")
    here.page.reload()
    here.waits_for_stop(1, "open, shown now")
    expect(here.field()).to_have_value("twelve")


def test_second_tab_and_second_handing_in_count_nothing(data: Path, here: Practised) -> None:
    before = len(rows(data, "exam"))
    first = at_once(here.page, here.app, PAGE)
    start(first, "Pitfalls")
    first.pick(0)
    first.waits_for_stop(1, "answered, shown now")
    second = at_once(here.page.context.new_page(), here.app, PAGE)
    for tab in (first, second):
        tab.button("Hand in").click()
        tab.sees_heading("Hand in?")
    first.go_on("Hand in now")
    kept = rows(data, "exam")[before:]
    assert len(kept) == 5
    second.go_on("Hand in now")
    second.page.reload()
    second.sees_heading("of 5 right")
    assert second.question() == first.question()
    assert rows(data, "exam")[before:] == kept
    second.page.close()


def test_answer_given_after_another_tab_handed_in_does_not_count(data: Path, here: Practised) -> None:
    before = len(rows(data, "exam"))
    first = at_once(here.page, here.app, PAGE)
    start(first, "Pitfalls")
    second = at_once(here.page.context.new_page(), here.app, PAGE)
    hand_in(first)
    second.pick(0)
    second.sees_heading("0 of 5 right")
    expect(second.page.get_by_text("handed in from another tab")).to_be_visible()
    assert [answer for _, answer, _ in rows(data, "exam")[before:]] == [None] * 5
    second.page.close()


def test_tabs_on_different_questions_keep_both_answers(here: Practised) -> None:
    first = here.open(PAGE)
    start(first, "Pitfalls")
    second = at_once(here.page.context.new_page(), here.app, PAGE)
    second.stop(3).click()
    second.waits_for_stop(3, "open, shown now")
    first.pick(0)
    first.waits_for_stop(1, "answered, shown now")
    second.pick(1)
    second.waits_for_stop(3, "answered, shown now")
    first.go_on("Next")
    assert first.stops()[:3] == ["Question 1, answered", "Question 2, open, shown now", "Question 3, answered"]
    second.page.close()


def test_busy_store_is_told_and_the_exam_can_be_handed_in_again(data: Path, here: Practised) -> None:
    before = len(rows(data, "exam"))
    tab = at_once(here.page, here.app, PAGE)
    start(tab, "Pitfalls")
    tab.button("Hand in").click()
    tab.sees_heading("Hand in?")
    with closing(sqlite3.connect(data / "learners.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        tab.button("Hand in now").click()
        expect(tab.page.get_by_text("The store is busy", exact=False)).to_be_visible(timeout=30_000)
        other.execute("rollback")
    tab.sees_heading("Hand in?")
    tab.go_on("Hand in now")
    tab.sees_heading("0 of 5 right")
    assert len(rows(data, "exam")[before:]) == 5


@pytest.mark.parametrize("context_options", [at(1400, 6000), PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_an_exam(here: Practised) -> None:
    here.open(PAGE)
    start(here, "Pitfalls")
    here.pick(0)
    here.page.locator(".st-key-exam-flag-press button").click()
    here.waits_for_stop(1, "answered, flagged, shown now")
    assert complaints_in_both_themes(here) == []
    here.button("Hand in").click()
    here.sees_heading("Hand in?")
    assert complaints_in_both_themes(here) == []
    here.go_on("Hand in now")
    assert complaints_in_both_themes(here) == []
    assert here.ask("sideways") == 0
