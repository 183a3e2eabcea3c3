"""Each state of a review: axe is content, nothing scrolls sideways, a finger can press everything."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.reviewer import Review
from tests.browser.test_every_page import complaints_in_both_themes
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

PHONE = at(390, 844, has_touch=True, is_mobile=True)
TALL_PHONE = at(390, 6000, has_touch=True, is_mobile=True)


def _newcomer(review: Review) -> None:
    expect(review.page.get_by_text("One question at a time")).to_be_visible()


def _question(review: Review) -> None:
    review.answer()


def _feedback(review: Review) -> None:
    review.answer()
    review.reveal()


def _help(review: Review) -> None:
    review.reveal()
    review.press("?")
    expect(review.page.get_by_text("Never press it for a miss")).to_be_visible()
    review.page.wait_for_timeout(400)


def _settings(review: Review) -> None:
    review.button("Settings").click()
    expect(review.page.get_by_role("dialog")).to_be_visible()
    review.page.wait_for_timeout(600)


def _report(review: Review) -> None:
    review.reveal()
    review.button("Report this question").click()
    expect(review.page.get_by_text("Copy the note")).to_be_visible()
    review.page.wait_for_timeout(400)


def _empty(review: Review) -> None:
    for _ in range(15):
        review.answer()
    expect(review.heading("Nothing is due")).to_be_visible()


def _cramming(review: Review) -> None:
    _empty(review)
    review.button("Cram").click()
    expect(review.page.get_by_text("Cramming")).to_be_visible()


STATES = {
    "newcomer": _newcomer,
    "question": _question,
    "feedback": _feedback,
    "help": _help,
    "settings": _settings,
    "report": _report,
    "empty": _empty,
    "cramming": _cramming,
}


def brought_to(state: str, visit: Visit) -> Review:
    """The review in a state."""
    review = Review(visit.page, visit.app)
    review.open()
    STATES[state](review)
    return review


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("context_options", [at(1400, 6000), TALL_PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(visit: Visit, state: str) -> None:
    assert complaints_in_both_themes(brought_to(state, visit)) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
def test_phone_scrolls_nothing_sideways_and_a_finger_presses_everything(visit: Visit, state: str) -> None:
    review = brought_to(state, visit)
    assert review.ask("smallTargets") == []
    assert review.sideways(390, 320) == {390: 0, 320: 0}


@pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
def test_phone_says_in_words_what_stands_above_a_review(visit: Visit) -> None:
    review = brought_to("newcomer", visit)
    first = review.page.get_by_text("One question at a time").bounding_box()
    for words in ("Settings", "Keys and grades"):
        shown = review.page.locator(".st-key-bar-review-ways p").filter(has_text=words).bounding_box()
        assert first and shown and shown["width"] > 40 and shown["y"] >= first["y"] + first["height"]


def test_settings_are_not_saved_while_a_number_is_refused(visit: Visit) -> None:
    visit.open("/quick-fire")
    visit.page.locator(".st-key-review-settings button").click()
    field, save = visit.page.locator(".st-key-review-settings-new input"), visit.button("Save")
    field.fill("999")
    field.press("Enter")
    expect(field.locator("..").get_by_role("alert")).to_be_visible()
    save.focus()
    save.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("999")
    field.fill("20")
    field.press("Enter")
    visit.settle()
    save.click()
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    visit.page.locator(".st-key-review-settings button").click()
    expect(field).to_have_value("20")
