"""Cases by mouse and by keyboard alone: the twin beside, the table whose cells drill a pair."""

import re

import pytest
from playwright.sync_api import expect

from core.content.choice_items import Case, CaseApproach
from tests.browser.conftest import at
from tests.browser.practised import Practised
from tests.browser.test_every_page import PHONE, complaints_in_both_themes
from tests.read_once import load_content

PAGE = "/cases"
RIGHT = {
    "".join(re.findall(r"\w", case.situation)): list(CaseApproach).index(case.answer)
    for case in load_content().items
    if isinstance(case, Case)
}
"""The place of the answer, by the letters of the situation: a page keeps some words together that content does not."""


def mix_up(tab: Practised) -> None:
    """Gives a smaller model where RAG or fine-tuning is called for, and leaves."""
    tab.open(f"{PAGE}?pair=rag,fine-tune")
    tab.go_on("Start")
    tab.pick(4)
    tab.button("Check answer").click()
    expect(tab.told()).to_be_visible()
    tab.button("Leave").click()
    expect(tab.page.locator(".grid button.mixed")).to_have_count(1)
    tab.settle()


def test_case_its_twin_and_the_guide_by_mouse(here: Practised) -> None:
    here.open(PAGE)
    here.go_on("Start 6 cases")
    situation = here.page.locator(".ll-question-head .ll-lede").inner_text()
    here.pick(0)
    here.button("Check answer").click()
    expect(here.told()).to_be_visible()
    twins = here.page.locator(".ll-twins section")
    expect(twins).to_have_count(2)
    expect(twins.nth(0).locator("mark").first).to_be_visible()
    assert twins.nth(0).locator("p").first.inner_text() == situation
    twin = twins.nth(1).locator("p").first.inner_text()
    expect(twins.nth(1)).to_contain_text("Not answered yet.")
    here.go_on("Now the twin")
    assert here.page.locator(".ll-question-head .ll-lede").inner_text() == twin
    here.pick(1)
    here.button("Check answer").click()
    expect(here.page.locator(".ll-twins")).not_to_contain_text("Not answered yet.")
    expect(here.page.get_by_text("2 of 6")).to_be_visible()
    here.page.get_by_role("link", name="What the guide says").click()
    here.page.wait_for_url("**/decide?*")
    expect(here.page.get_by_text("Your outcome", exact=True)).to_be_visible()


def test_case_and_twin_by_keyboard_alone(here: Practised) -> None:
    here.open(PAGE)
    here.tab_to(here.button("Start 6 cases"))
    here.press("Enter")
    expect(here.button("Check answer")).to_be_disabled()
    expect(here.page.locator("h1.ll-question")).to_be_focused()
    here.settle()
    here.tab_to(here.page.get_by_role("radio").filter(visible=True).first)
    here.press("ArrowDown")
    expect(here.button("Check answer")).to_be_enabled()
    here.settle()
    here.press("Space")
    expect(here.told()).to_be_in_viewport(ratio=1)
    expect(here.button("Next")).to_be_in_viewport(ratio=1)
    here.settle()
    twin = here.page.locator(".ll-twins section").nth(1).locator("p").first.inner_text()
    here.press("t")
    expect(here.told()).to_have_count(0)
    assert here.page.locator(".ll-question-head .ll-lede").inner_text() == twin


def test_result_shows_what_is_mixed_up_and_drills_it(here: Practised) -> None:
    here.open(f"{PAGE}?pair=rag,fine-tune")
    here.go_on("Start")
    while here.button("Check answer").count():
        here.pick(4)
        here.button("Check answer").click()
        expect(here.told()).to_be_visible()
        here.settle()
        here.go_on("See the result" if here.button("See the result").count() else "Next")
    expect(here.heading(" right")).to_be_focused()
    assert here.page.locator(".grid button.mixed").count() > 0
    here.button("Drill this pair").first.click()
    expect(here.button("Check answer")).to_be_disabled()


def test_cell_of_the_table_drills_its_pair(here: Practised) -> None:
    mix_up(here)
    cell = here.page.locator(".grid button.mixed")
    assert "A smaller model given: once. Drill this pair" in str(cell.get_attribute("aria-label"))
    cell.click()
    expect(here.page.get_by_text("or a smaller model").first).to_be_visible()
    expect(here.button("Check answer")).to_be_disabled()


def test_table_is_walked_with_the_arrow_keys(here: Practised) -> None:
    mix_up(here)
    here.tab_to(here.page.locator('.grid button[tabindex="0"]'))
    assert here.focused().startswith("Better prompting called for, Prompt stuffing given")
    here.press("ArrowRight")
    assert here.focused().startswith("Better prompting called for, RAG given")
    here.press("ArrowDown", "ArrowDown")
    assert here.focused().startswith("Fine-tuning called for, RAG given")
    here.press("Enter")
    expect(here.page.get_by_text("Fine-tuning or RAG").first).to_be_visible()
    expect(here.button("Check answer")).to_be_disabled()


@pytest.mark.parametrize("context_options", [at(1400, 6000), PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_the_cases(here: Practised) -> None:
    mix_up(here)
    assert complaints_in_both_themes(here) == []
    assert here.ask("sideways") == 0
    here.go_on("Start 6 cases")
    here.pick(0)
    here.button("Check answer").click()
    expect(here.page.locator(".ll-twins")).to_be_visible()
    assert complaints_in_both_themes(here) == []
    assert here.ask("sideways") == 0


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["320"])
def test_table_fits_the_smallest_phone_and_a_finger(here: Practised) -> None:
    mix_up(here)
    assert here.ask("sideways") == 0
    assert here.ask("smallTargets") == []


@pytest.mark.parametrize("context_options", [PHONE, at(320, 700)], ids=["phone", "320"])
def test_right_cell_has_the_sign_that_the_words_above_name(here: Practised) -> None:
    mix_up(here)
    here.go_on("Start 6 cases")
    situation = here.page.locator(".ll-question-head .ll-lede").inner_text()
    here.pick(RIGHT["".join(re.findall(r"\w", situation))])
    here.button("Check answer").click()
    expect(here.told()).to_be_visible()
    here.settle()
    here.button("Leave").click()
    expect(here.page.get_by_text("✓ is right")).to_be_visible()
    right = here.page.locator(".grid td.right:not(.none)")
    expect(right.first).to_be_visible()
    for cell in right.all():
        expect(cell.get_by_text("✓")).to_be_visible()
        cell.locator("b").evaluate("b => b.textContent = '40'")
        assert cell.evaluate("e => e.scrollWidth <= e.clientWidth && e.offsetHeight") == 44
    assert here.ask("sideways") == 0
