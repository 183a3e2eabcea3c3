"""Two presses in a breath: the page stands, and a key that came too early checks nothing that is picked later."""

import pytest
from playwright.sync_api import expect

from core.content.loader import load_content
from tests.browser.visit import Visit, stranger

pytestmark = pytest.mark.leaves_page

CHOICES = [item.id for item in load_content().items if item.kind == "single-choice"][:6]
VERDICT = next(item.id for item in load_content().items if item.kind == "true-false")


def ask(visit: Visit, item_id: str) -> None:
    visit.open(f"/quick-fire?item={item_id}")
    visit.button("Answer it").click()
    expect(visit.page.get_by_role("radio").first).to_be_visible()
    visit.settle()


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_answer_that_is_checked_twice_is_told_once(visit: Visit, way: str) -> None:
    for item_id in CHOICES:
        ask(visit, item_id)
        visit.press("2")
        expect(visit.button("Check answer")).to_be_enabled()
        visit.settle()
        if way == "mouse":
            visit.button("Check answer").dblclick(delay=5)
        else:
            visit.press("Enter", "Enter")
        expect(visit.page.locator(".ll-said")).to_be_visible()
        visit.settle()
        expect(visit.page.locator("h1")).to_have_count(1)


def test_key_that_came_before_the_reason_does_not_check_it(visit: Visit) -> None:
    ask(visit, VERDICT)
    visit.press("2")
    expect(visit.page.get_by_text("Why is it false?")).to_be_visible()
    visit.press("Enter")
    visit.settle()
    visit.press("1")
    expect(visit.button("Check answer")).to_be_enabled()
    visit.page.wait_for_timeout(2_000)
    expect(visit.page.locator(".ll-said")).to_have_count(0)
    visit.press("Enter")
    expect(visit.page.locator(".ll-said")).to_be_visible()


def test_key_that_finds_no_reason_says_what_is_missing(visit: Visit) -> None:
    ask(visit, VERDICT)
    visit.press("2")
    expect(visit.page.get_by_text("Why is it false?")).to_be_visible()
    visit.press("Enter")
    expect(visit.page.get_by_text("Pick an option first: keys 1 to 3.")).to_be_visible()


def test_room_that_is_opened_by_a_double_click_is_one(visit: Visit) -> None:
    for _ in range(3):
        visit.open(f"/host#{stranger()}")
        visit.button("Open a room").dblclick(delay=5)
        visit.page.wait_for_timeout(1_000)
        visit.open("/host")
        expect(visit.button("Go to room")).to_have_count(1)
