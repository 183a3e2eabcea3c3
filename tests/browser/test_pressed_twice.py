"""Two presses in a breath: the page stands, and a key that came too early checks nothing that is picked later."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.seeded_interviews import SKIPPING
from tests.browser.visit import Visit, stranger
from tests.read_once import load_content

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


HEARD = """() => document.addEventListener("click", ({ target }) => {
  if (target.closest(".st-key-host-open")) document.heard = (document.heard ?? 0) + 1
})"""


def test_double_click_on_open_a_room_is_heard_once(visit: Visit) -> None:
    visit.open(f"/host#{stranger()}")
    visit.page.evaluate(HEARD)
    visit.button("Open a room").dblclick(delay=5)
    expect(visit.button("Next step")).to_be_visible()
    assert visit.page.evaluate("document.heard") == 1


def click_again(visit: Visit, button: Locator) -> None:
    """The second half of a double click, after whatever the first half has put under the pointer."""
    visit.settle()
    button.hover()
    visit.page.mouse.down(click_count=2)
    visit.page.mouse.up(click_count=2)
    visit.page.wait_for_timeout(1_000)
    visit.settle()


def test_answer_that_was_asked_for_by_a_double_click_stays_to_be_read(visit: Visit) -> None:
    visit.open(f"/quick-fire#{stranger()}")
    visit.button("I do not know").or_(visit.button("Show the answer")).click()
    grade = visit.page.locator('.st-key-grades [data-testid="stBaseButton-primary"]')
    expect(grade).to_be_visible()
    click_again(visit, grade)
    expect(visit.page.locator(".ll-said")).to_be_visible()
    grade.click()
    expect(visit.page.locator(".ll-said")).to_have_count(0)


def test_answer_that_is_skipped_by_a_double_click_is_one(visit: Visit) -> None:
    visit.open(f"/interview?way=mock#{SKIPPING}")
    skip, second = visit.button("Skip this answer"), visit.page.get_by_text("Your rating: answer 2 of")
    skip.click()
    expect(second).to_be_visible()
    click_again(visit, skip)
    expect(second).to_be_visible()
    skip.click()
    expect(second).to_have_count(0)


def test_head_of_a_table_that_is_pressed_twice_sorts_the_other_way(visit: Visit) -> None:
    visit.open("/compare")
    head = visit.page.get_by_role("columnheader").filter(has=visit.page.get_by_role("button")).nth(1)
    head.get_by_role("button").dblclick()
    expect(head).to_have_attribute("aria-sort", "descending")


def test_what_stays_under_the_pointer_hears_every_press(visit: Visit) -> None:
    visit.open(f"/pipeline#{stranger()}")
    visit.button("Next").dblclick(delay=5)
    expect(visit.page.get_by_text("Step 3 of")).to_be_visible()
    visit.open("/calculators?calc=labelling&examples=5000")
    pairs = visit.page.locator(".st-key-calculator-labelling-examples")
    step = pairs.locator("input").get_attribute("step")
    pairs.get_by_test_id("stNumberInputStepUp").dblclick(delay=5)
    expect(pairs.locator("input")).to_have_value(str(5_000 + 2 * int(step or 0)))
