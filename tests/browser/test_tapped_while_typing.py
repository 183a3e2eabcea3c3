"""A tap beside the field that is typed in: what was typed is kept, and what was tapped is done, on the whole page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit, stranger

PHONE = [at(390, 844, has_touch=True, is_mobile=True)]
ANSWER = "RAG when knowledge changes"


@pytest.fixture
def writing(visit: Visit) -> Visit:
    visit.open(f"/interview#{stranger()}")
    visit.button("Ask me this question").tap()
    box = visit.page.locator("textarea")
    box.tap()
    box.press_sequentially(ANSWER)
    return visit


@pytest.mark.parametrize("context_options", PHONE)
def test_other_language_is_the_whole_pages_and_is_kept(writing: Visit) -> None:
    writing.button("Deutsch").tap()
    for _ in range(2):
        expect(writing.button("English")).to_be_visible()
        expect(writing.button("Suche")).to_be_visible()
        expect(writing.button("Deutsch")).to_have_count(0)
        expect(writing.page.locator("textarea")).to_have_value(ANSWER)
        writing.settle()
        writing.page.reload()


@pytest.mark.parametrize("context_options", PHONE)
def test_other_way_to_practise_opens(writing: Visit) -> None:
    writing.page.get_by_role("radio", name="Mock interview").tap()
    expect(writing.page.get_by_role("heading", level=1)).to_have_text("Mock interview")
    writing.page.get_by_role("radio", name="One question").tap()
    expect(writing.page.locator("textarea")).to_have_value(ANSWER)


@pytest.mark.parametrize("context_options", PHONE)
def test_calculator_takes_the_number_and_the_language(visit: Visit) -> None:
    visit.open(f"/calculators#{stranger()}")
    field = visit.page.get_by_role("spinbutton", name="Micro batch")
    field.tap()
    field.fill("7")
    visit.button("Deutsch").tap()
    expect(visit.button("English")).to_be_visible()
    expect(visit.page).to_have_url(re.compile("micro_batch=7"))
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Passt es auf die GPU?")


def test_press_beside_a_number_that_cannot_be_read_is_made(visit: Visit) -> None:
    """What is wrong is told under the field, which moves the buttons below it: not before the press is over."""
    visit.open(f"/quick-fire?item=gpt-4o-mini-three-passes#{stranger()}")
    visit.button("Answer it").click()
    visit.page.locator(".fields input").press_sequentially("many")
    visit.settle()
    visit.button("I do not know").click(delay=300)
    expect(visit.page.get_by_text("Here is the answer.")).to_be_visible()
