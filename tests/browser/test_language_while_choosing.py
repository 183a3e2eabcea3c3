"""What is picked stays picked in another language, and counts there."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit, stranger
from tests.read_once import load_content

pytestmark = pytest.mark.leaves_page

PICKED = [
    next(item.id for item in load_content().items if item.kind == kind)
    for kind in ("single-choice", "case", "spot-error", "true-false")
]
NUMBER = next(item.id for item in load_content().items if item.kind == "number")


@pytest.mark.parametrize("item_id", PICKED)
def test_answer_is_still_picked_and_is_marked(visit: Visit, item_id: str) -> None:
    visit.open(f"/quick-fire?item={item_id}#{stranger()}")
    visit.button("Answer it").click()
    second = visit.page.get_by_role("radio").nth(1)
    expect(second).to_be_visible()
    visit.settle()
    visit.press("2")
    expect(second).to_be_checked()
    if item_id == PICKED[-1]:
        expect(visit.page.get_by_text("Why is it false?")).to_be_visible()
        visit.settle()
        visit.press("1")
    expect(visit.button("Check answer")).to_be_enabled()
    visit.button("Deutsch").click()
    expect(visit.button("Antwort prüfen")).to_be_enabled()
    expect(second).to_be_checked()
    visit.settle()
    visit.button("Antwort prüfen").click()
    expect(visit.page.locator(".ll-said")).to_be_visible()


def test_number_that_was_typed_a_moment_before_is_kept(visit: Visit) -> None:
    visit.open(f"/quick-fire?item={NUMBER}#{stranger()}")
    visit.button("Answer it").click()
    field = visit.page.locator(".fields input")
    field.click()
    visit.page.keyboard.type("4.587")
    visit.button("Deutsch").click()
    expect(visit.button("English")).to_be_visible()
    visit.settle()
    expect(field).to_have_value("4,587")


def test_guide_goes_on_from_what_was_picked(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge")
    large = visit.page.get_by_role("radio").nth(1)
    large.check(force=True)
    visit.settle()
    visit.button("Deutsch").click()
    expect(visit.button("Weiter")).to_be_visible()
    expect(large).to_be_checked()
    visit.settle()
    visit.button("Weiter").click()
    visit.wait_for_params(data_size="large")


def test_drill_stays_the_one_that_was_picked(visit: Visit) -> None:
    visit.open(f"/quick-fire?way=drill#{stranger()}")
    mixed = visit.page.get_by_role("radio", name="Mixed")
    mixed.check(force=True)
    visit.settle()
    visit.button("Deutsch").click()
    expect(visit.page.get_by_role("radio", name="Gemischt")).to_be_checked()
    visit.settle()
    visit.page.get_by_role("button", name="Fragen beginnen").click()
    expect(visit.page.get_by_text("1 von")).to_be_visible()
