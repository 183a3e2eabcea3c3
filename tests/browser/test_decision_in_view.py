"""What the guide says after a press is seen without scrolling."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit


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


def test_an_outcome_that_the_chapters_own_flowchart_has_no_way_to_is_named_above_it(visit: Visit) -> None:
    visit.open("/decide?problem=style&style-prompting=no")
    visit.page.get_by_text("The chapter's own", exact=True).click()
    expect(visit.page.get_by_text("the chapter's own flowchart has no way to “Few-shot prompting”")).to_be_visible()
    expect(visit.node("wrong-style")).to_have_attribute("aria-current", "step")
