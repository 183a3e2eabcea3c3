"""A mock interview closed and resumed in the middle, then debriefed and exported; one question by keyboard alone."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.practised import Practised, at_once
from tests.browser.visit import Visit

ANSWER = "I start with RAG and need a reason to leave it. I would build the evaluation set before training the model."
MOST_ANSWERS = 12


def test_mock_interview_is_resumed_in_a_new_window_debriefed_and_saved(
    chromium: Browser, visit: Visit, tmp_path: Path
) -> None:
    tab = Practised(visit.page, visit.app).open("/interview?way=mock")
    tab.go_on("Start: 3 questions")
    tab.page.locator("textarea").fill(ANSWER)
    tab.go_on("Submit and go on")
    tab.page.locator("textarea").fill("Half an answer")
    tab.page.wait_for_timeout(1500)
    tab.settle()
    asked, cookies = tab.question(), tab.page.context.storage_state()
    tab.page.context.close()
    context = chromium.new_context(
        storage_state=cookies, viewport={"width": 1400, "height": 900}, accept_downloads=True
    )
    again = at_once(context.new_page(), tab.app, "/interview?way=mock")
    assert again.question() == asked
    expect(again.page.locator("textarea")).to_have_value("Half an answer")
    answers = 1
    while "Debrief" not in again.question():
        expect(again.page.locator(".ll-found, .ll-points")).to_have_count(0)
        again.page.locator("textarea").fill(ANSWER)
        again.go_on("Submit and go on")
        answers += 1
        assert answers <= MOST_ANSWERS
    expect(again.page.get_by_text(f"3 questions, {answers} answers")).to_be_visible()
    expect(again.page.locator(".ll-bands .ll-row")).to_have_count(4)
    with again.page.expect_download() as download:
        again.button("Save as Markdown").click()
    saved = tmp_path / "interview.md"
    download.value.save_as(saved)
    assert saved.read_text(encoding="utf-8").count("\n> ") == answers
    context.close()


def test_one_question_by_keyboard_alone(visit: Visit) -> None:
    tab = Practised(visit.page, visit.app).open("/interview")
    tab.tab_to(tab.button("Ask me this question"))
    tab.press("Enter")
    tab.page.locator("textarea").wait_for()
    tab.settle()
    tab.tab_to(tab.page.locator("textarea"))
    tab.page.keyboard.type(ANSWER)
    tab.press("Control+Enter")
    tab.sees_heading("Did you say it?")
    tab.settle()
    groups = tab.page.locator('[class*="st-key-ratings-"] [role="radiogroup"]')
    for place in range(groups.count()):
        tab.tab_to(groups.nth(place).get_by_role("radio").first)
        tab.press("Space")
        tab.settle()
    tab.tab_to(tab.button("Show the marks"))
    tab.press("Enter")
    tab.sees_heading("Key points")
    expect(tab.page.locator(".ll-found strong")).to_have_text(re.compile(r"^\d of 7 points found"))
    expect(tab.page.locator(".ll-answer mark").first).to_be_visible()
    tab.tab_to(tab.button("Add missed points"))
    tab.press("Enter")
    expect(tab.page.get_by_text("In your review")).to_be_visible()
