"""What the guide says after a press is seen without scrolling."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page


@pytest.mark.parametrize("context_options", [at(1400, 900), at(390, 844)], ids=["wide", "phone"])
@pytest.mark.parametrize("address", ["/decide", "/decide?problem=style"])
def test_what_to_do_after_a_press_with_nothing_chosen_is_in_view(visit: Visit, address: str) -> None:
    visit.open(address)
    go = visit.button("Continue")
    go.scroll_into_view_if_needed()  # no further than a person has to
    go.click()
    expect(visit.page.locator(".ll-error")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["wide"])
@pytest.mark.parametrize(("language", "go"), [("en", "Continue"), ("de", "Weiter")])
def test_first_question_is_in_view_with_the_button_that_goes_on(visit: Visit, language: str, go: str) -> None:
    visit.open(f"/decide?lang={language}")
    expect(visit.button(go)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context_options", [at(1400, 900), at(390, 600)], ids=["wide", "phone"])
def test_question_that_change_opens_is_in_view_and_has_the_focus(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes")
    change = visit.page.locator('[class*="st-key-decision-change-"] button').last
    change.scroll_into_view_if_needed()
    visit.tab_to(change)
    visit.press("Enter")
    question = visit.page.locator("#decision-style-examples")
    expect(question).to_be_focused()
    expect(question).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_line_above_the_next_question_is_in_view_with_it(visit: Visit) -> None:
    visit.open("/decide?lang=de")
    visit.page.locator('[data-testid="stCheckbox"] label').nth(1).click()
    visit.button("Weiter").click()
    question = visit.page.locator("#decision-style-prompting")
    expect(question).to_be_focused()
    expect(question).to_be_in_viewport(ratio=1)
    visit.stand_still()
    visit.page.wait_for_timeout(500)  # longer than it scrolls smoothly
    line = visit.page.get_by_text("Frage 2", exact=True).bounding_box()
    head = visit.page.locator('[data-testid="stHeader"]').bounding_box()
    assert line and head and line["y"] >= head["y"] + head["height"]


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["wide"])
def test_question_that_the_figure_opens_leaves_the_focus_in_the_figure(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes")
    visit.node("style-prompting").focus()
    visit.press("Enter")
    expect(visit.page.locator("#decision-style-prompting")).to_be_visible()
    visit.page.wait_for_timeout(1_000)  # longer than a script waits before it takes the focus
    expect(visit.node("style-prompting")).to_be_focused()


def test_an_outcome_that_the_chapters_own_flowchart_has_no_way_to_is_named_above_it(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=no")
    visit.page.get_by_text("The chapter's own", exact=True).click()
    expect(visit.page.get_by_text("has no path from your answers to “Few-shot prompting”")).to_be_visible()
    expect(visit.node("wrong-style")).to_have_attribute("aria-current", "step")


BELOW = """() => {
  const row = document.activeElement.closest('.stVerticalBlock[class*="st-key-row-"]')
  return row.getBoundingClientRect().bottom - innerHeight
}"""
"""By how much the row that has the focus is cut off below."""


@pytest.mark.parametrize("context_options", [at(320, 640), at(700, 450)], ids=["narrow", "zoomed"])
def test_row_that_has_the_focus_is_in_the_window_with_the_box(visit: Visit) -> None:
    visit.open("/decide?lang=de")
    for number in range(3):
        visit.tab_to(visit.page.get_by_role("checkbox").nth(number))
        assert visit.page.evaluate(BELOW) <= 0
