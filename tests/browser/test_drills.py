"""Drills by mouse and by keyboard alone, resumed, in two tabs, with a store that is busy."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.practised import Practised, at_once, rows
from tests.browser.server import running_app
from tests.browser.test_every_page import PHONE, complaints_in_both_themes

CASES = "/quick-fire?way=drill&set=node:prompt-stuffing&n=5"
CASES_ON_STUFFING = 4  # in the small bank
NUMBERS = "/quick-fire?way=drill&set=numbers:labelling-hours&n=5&seed=4"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the server's store."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def app(bank: str, data: Path) -> Iterator[str]:
    with running_app(LLM_LADDER_DATA=str(data), LLM_LADDER_CONTENT=bank) as address:
        yield address


def test_drill_by_mouse_from_the_choice_to_the_retry(here: Practised) -> None:
    here.open("/quick-fire?way=drill")
    here.page.locator("label").filter(has_text="One step or decision").click()
    here.wait_for_params(way="drill", set="node:pre-training")
    here.page.locator("label").filter(has_text="Mixed").click()
    here.wait_for_params(set="mixed")
    here.page.get_by_role("radio", name="5", exact=True).click()
    here.wait_for_params(n="5")
    here.go_on("Start 5 questions")
    assert here.params() == {"way": "drill"}
    for number in range(5):
        if here.button("Show the answer").count():
            here.button("Show the answer").click()
            here.go_on("I did not")
            continue
        here.button("I do not know").click()
        expect(here.told()).to_be_visible()
        here.go_on("See the result" if number == 4 else "Next")
    here.sees_heading("0 of 5 right")
    here.button("Add missed to review").click()
    expect(here.page.get_by_text("All 5 count as reviews answered Again")).to_be_focused()
    here.go_on("Retry the 5 missed")
    expect(here.page.get_by_text("Mixed, again")).to_be_visible()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_link_to_a_set_shows_its_start_on_a_phone_and_a_choice_on_the_page_moves_nothing(here: Practised) -> None:
    here.open(NUMBERS)
    expect(here.button("Start 5 questions")).to_be_in_viewport(ratio=1)
    here.page.locator(".stMain").evaluate("main => main.scrollTo(0, 0)")
    here.page.locator("label").filter(has_text="One step or decision").click()
    here.wait_for_params(set="node:pre-training")
    here.page.wait_for_timeout(800)
    expect(here.page.locator("h1")).to_be_in_viewport()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_result_on_a_phone_shows_the_line_above_its_title(here: Practised) -> None:
    here.open(NUMBERS)
    here.go_on("Start 5 questions")
    for number in range(5):
        here.button("I do not know").click()
        expect(here.told()).to_be_visible()
        here.go_on("See the result" if number == 4 else "Next")
    expect(here.page.locator("h1")).to_be_focused()
    bar = here.page.get_by_test_id("stHeader").bounding_box()
    line = here.page.locator(".ll-question-head .ll-eyebrow").bounding_box()
    assert bar
    assert line
    assert line["y"] >= bar["y"] + bar["height"]


def test_number_beside_a_set_picks_it_and_leaving_it_leads_back_to_the_title(here: Practised) -> None:
    here.open("/quick-fire?way=drill")
    here.page.locator(".key-presses").wait_for(state="attached")
    here.press("2")
    here.wait_for_params(set="weak")
    here.press("3")
    here.wait_for_params(set="mixed")
    here.go_on("Start")
    here.button("Leave").click()
    here.sees_heading("Drill")
    expect(here.page.locator(".ll-head")).to_be_focused()


def test_drill_by_keyboard_alone(here: Practised) -> None:
    here.open(CASES)
    here.tab_to(here.button("Start"))
    here.press("Enter")
    expect(here.button("Check answer")).to_be_disabled()
    here.settle()
    here.tab_to(here.page.get_by_role("radio").filter(visible=True).nth(3))
    here.press("ArrowDown")
    expect(here.button("Check answer")).to_be_enabled()
    here.press("Space")
    expect(here.told()).to_be_visible()
    expect(here.told()).to_be_focused()
    asked = here.question()
    here.press("Space")
    expect(here.told()).to_have_count(0)
    assert here.question() != asked


def test_drill_by_numbers_and_nothing_is_given_up_by_space(here: Practised) -> None:
    here.open(CASES)
    here.go_on("Start")
    here.press("Space")
    expect(here.page.get_by_text("Pick an option first: keys 1 to 5.", exact=False)).to_be_visible()
    expect(here.told()).to_have_count(0)
    here.press("2", "3", "Enter")
    expect(here.told()).to_be_visible()
    expect(
        here.page.locator(".ll-opt", has_text="You chose this").or_(here.page.locator(".ll-opt.right"))
    ).to_have_count(2)
    here.settle()
    here.press("Space")
    expect(here.told()).to_have_count(0)
    here.settle()
    here.press("n")
    expect(here.told()).to_be_visible()


def test_enter_gives_a_number_and_space_goes_on(here: Practised) -> None:
    here.open(NUMBERS)
    here.go_on("Start")
    here.tab_to(here.field())
    here.page.keyboard.type("3")
    here.press("Enter")
    expect(here.told()).to_be_visible()
    here.settle()
    here.press("Space")
    expect(here.told()).to_have_count(0)


def test_enter_checks_and_enter_goes_on_as_in_a_review(here: Practised) -> None:
    here.open(CASES)
    here.go_on("Start")
    for _ in range(2):
        asked = here.question()
        here.press("1", "Enter")
        expect(here.told()).to_be_visible()
        here.settle()
        here.press("Enter")
        expect(here.told()).to_have_count(0)
        here.settle()
        assert here.question() != asked


def test_closed_tab_comes_back_to_the_same_question_and_draft(here: Practised) -> None:
    here.open(NUMBERS)
    here.go_on("Start")
    here.button("I do not know").click()
    here.go_on("Next")
    asked = here.question()
    here.field().fill("4 k")
    here.page.wait_for_timeout(1500)
    here.settle()
    context = here.page.context
    here.page.close()
    again = at_once(context.new_page(), here.app, "/quick-fire?way=drill")
    assert again.question() == asked
    expect(again.field()).to_have_value("4 k")
    expect(again.page.get_by_role("img", name="1 of 5 answered")).to_have_count(1)


def test_two_tabs_that_answer_one_question_count_once(data: Path, here: Practised) -> None:
    before = len(rows(data, "drill"))
    first = at_once(here.page, here.app, CASES)
    first.go_on("Start")
    first.pick(0)
    second = at_once(here.page.context.new_page(), here.app, "/quick-fire?way=drill")
    assert second.question() == first.question()
    second.pick(1)
    second.button("Check answer").click()
    expect(second.told()).to_be_visible()
    first.button("Check answer").click()
    expect(first.told()).to_be_visible()
    first.settle()
    assert first.page.locator(".ll-feedback").inner_text() == second.page.locator(".ll-feedback").inner_text()
    assert len(rows(data, "drill")[before:]) == 1
    second.page.close()


def test_busy_store_is_told_and_the_answer_can_be_given_again(data: Path, here: Practised) -> None:
    before = len(rows(data, "drill"))
    tab = at_once(here.page, here.app, CASES)
    tab.go_on("Start")
    tab.pick(2)
    expect(tab.button("Check answer")).to_be_enabled()
    asked = tab.question()
    with closing(sqlite3.connect(data / "learners.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        tab.button("Check answer").click()
        expect(tab.page.get_by_text("The store is busy", exact=False)).to_be_visible(timeout=30_000)
        other.execute("rollback")
    assert tab.question() == asked
    expect(tab.page.get_by_role("radio").filter(visible=True).nth(5)).to_be_checked()
    tab.button("Check answer").click()
    expect(tab.told()).to_be_visible()
    assert len(rows(data, "drill")[before:]) == 1


@pytest.mark.parametrize("context_options", [at(1400, 6000), PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_a_drill(here: Practised) -> None:
    here.open(CASES)
    here.go_on("Start")
    here.pick(0)
    assert complaints_in_both_themes(here) == []
    here.button("Check answer").click()
    expect(here.told()).to_be_visible()
    assert complaints_in_both_themes(here) == []
    for _ in range(CASES_ON_STUFFING - 1):
        here.go_on("Next")
        here.button("I do not know").click()
        expect(here.told()).to_be_visible()
        here.settle()
    here.go_on("See the result")
    here.page.get_by_text("Show all answers").click()
    expect(here.told().first).to_be_visible()
    here.settle()
    assert complaints_in_both_themes(here) == []
    assert here.ask("sideways") == 0
