"""The keys of a review before the answer: numbers pick, Enter checks, Space gives nothing up, `?` helps."""

import pytest
from playwright.sync_api import expect

from core.content.choice_items import SingleChoice
from tests.browser.practised import Practised
from tests.browser.reviewer import Review
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page


def test_space_gives_nothing_up_and_says_what_to_press(review: Review) -> None:
    review.open()
    review.come_to("multiple-choice")
    note = review.page.get_by_text("Pick an option first: keys 1 to 5. If you do not know, press N.")
    expect(note).to_be_hidden()
    for key in ("Space", "Enter"):
        review.press(key)
        expect(note).to_be_visible()
    review.settle()
    expect(review.page.locator(".ll-said")).to_have_count(0)
    review.press("n")
    expect(review.page.locator(".ll-said")).to_be_visible()


def test_enter_in_an_empty_field_says_what_to_give_first(here: Practised) -> None:
    here.open("/quick-fire?item=what-pre-training-predicts")
    here.button("Answer it").click()
    expect(here.button("Check answer")).to_be_visible()
    here.settle()
    here.tab_to(here.field())
    note = here.page.get_by_text("Type your answer first.")
    expect(note).to_be_hidden()
    here.press("Enter")
    expect(note).to_be_visible()
    expect(here.field()).to_be_focused()


def test_numbers_tick_and_untick_before_the_answer_and_grade_after_it(review: Review) -> None:
    review.open()
    review.come_to("multiple-choice")
    ticks = review.page.get_by_role("checkbox")
    for key, checked in (("2", True), ("3", True), ("2", False)):
        review.press(key)
        expect(ticks.nth(int(key) - 1)).to_be_checked(checked=checked)
    review.settle()
    review.press("Enter")
    expect(review.page.locator(".ll-said")).to_be_visible()
    review.settle()
    review.grade("3")


def test_number_picks_and_a_quick_enter_checks(review: Review) -> None:
    review.open()
    review.come_to("single-choice")
    item, options = review.item(), review.page.get_by_test_id("stRadioOption")
    assert isinstance(item, SingleChoice)
    right = next(option.text for option in item.options if option.correct)
    shown = options.all_inner_texts()
    wrong = next(number for number, words in enumerate(shown, 1) if right not in words)
    other = next(number for number in range(1, len(shown) + 1) if number != wrong)
    review.press(str(len(shown) + 1))
    expect(review.page.get_by_role("radio", checked=True)).to_have_count(1)  # of the switch alone
    review.press(str(other), str(wrong), "Enter")
    expect(review.page.locator(".ll-said")).to_be_visible()
    given = review.page.locator(".ll-opt", has_text=shown[wrong - 1].split("\n")[0])
    expect(given).to_contain_text("You chose this")


def test_help_opens_before_the_answer_too_and_its_key_closes_it(review: Review) -> None:
    review.open()
    review.press("?")
    expect(review.page.get_by_text("before the answer: pick an option", exact=False)).to_be_in_viewport(ratio=1)
    review.press("?")
    expect(review.page.get_by_text("before the answer: pick an option", exact=False)).to_have_count(0)
    expect(review.page.locator(".ll-said")).to_have_count(0)


def test_pairs_are_matched_and_checked_without_leaving_the_menus(review: Review) -> None:
    review.open()
    review.come_to("match")
    menus = review.page.locator("select")
    expect(review.button("I do not know").locator("code")).to_have_count(0)
    review.tab_to(menus.first)
    for place in range(menus.count()):
        expect(menus.nth(place)).to_be_focused()
        review.press(*["ArrowDown"] * (place + 1))
        told = review.page.get_by_text(f"{place + 1} of {menus.count()} matched")
        expect(told).to_be_visible()
        if place + 1 < menus.count():
            review.press("Enter")
    expect(review.button("Check answer").locator("code")).to_have_text("Enter")
    review.press("Enter")
    expect(review.page.locator(".ll-said")).to_be_visible()
    review.settle()
    review.grade("1")


def test_enter_checks_after_a_click_on_sure_and_does_not_take_it_back(review: Review) -> None:
    review.open()
    review.button("Settings").click()
    review.page.get_by_text("Ask how sure I am").click()
    review.button("Save").click()
    sure = review.page.get_by_role("radio", name="Sure", exact=True)
    sure.click()
    expect(sure).to_be_checked()
    review.settle()
    review.press("1")
    expect(review.button("Check answer")).to_be_enabled()
    review.settle()
    sure.focus()
    review.press("Enter")
    expect(review.page.locator(".ll-said")).to_be_visible()
    review.settle()
    review.grade("1")
    Visit.open(review, "/progress")
    expect(review.page.get_by_text("1 answer;")).to_be_visible()


def test_escape_out_of_the_help_leads_to_where_one_was_when_it_was_opened_last(review: Review) -> None:
    review.open()
    help_text = review.page.get_by_text("Never press it for a miss", exact=False)
    search, settings = (review.page.locator(f".st-key-{key} button") for key in ("search-open", "review-settings"))
    for here, closing in ((search, "?"), (settings, "Escape")):
        here.focus()
        review.page.keyboard.press("?")
        expect(help_text).to_be_visible()
        review.settle()
        review.page.keyboard.press(closing)
        expect(help_text).to_have_count(0)
        review.settle()
    expect(settings).to_be_focused()


def test_menu_of_the_keys_is_named_as_it_is_read(review: Review) -> None:
    review.open("/quick-fire")
    review.page.get_by_role("button", name="Keys and grades").click()
    expect(review.page.get_by_role("dialog", name="Keys and grades ?", exact=True)).to_be_visible()


def test_a_check_that_waits_is_forgotten_by_who_gives_up_and_goes_on(review: Review) -> None:
    review.open()
    review.come_to("true-false")
    review.press("2", "Enter", "n")
    expect(review.page.locator(".ll-said")).to_be_visible()
    review.press("1")
    expect(review.page.locator(".ll-said")).to_have_count(0)
    review.page.wait_for_timeout(2_000)
    expect(review.page.get_by_text("Pick an option first").filter(visible=True)).to_have_count(0)


def test_a_grade_that_comes_before_its_keys_counts(review: Review) -> None:
    """What keys press is told a moment after the answer is drawn; here a longer one."""
    review.open()
    review.page.evaluate(LATE)
    for _ in range(3):
        asked = review.question()
        review.press("n" if review.button("I do not know").count() else "Space")
        expect(review.page.locator(".ll-said")).to_be_visible()
        review.press("4")
        expect(review.page.locator(".ll-said")).to_have_count(0)
        assert review.question() != asked
        review.settle()
        review.page.wait_for_timeout(400)


LATE = """() => {
  const kept = document.llmLadderKeys
  let now = kept.presses
  Object.defineProperty(kept, "presses", { get: () => now, set: (next) => setTimeout(() => { now = next }, 250) })
}"""
