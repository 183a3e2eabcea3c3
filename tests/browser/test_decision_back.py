"""The guided decision and the browser's Back: it leads out of a change as it led into it."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

TUNED_STYLE = "/decide?problem=style&style-prompting=yes&style-examples=yes"


def test_back_leads_out_of_a_change_with_every_answer_kept(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.sees_heading("Fine-tune on style examples")
    visit.page.get_by_role("button", name="Change What is wrong with the output?").click()
    visit.sees_heading("What is wrong with the output?")
    visit.settle()
    visit.page.go_back()
    visit.sees_heading("Fine-tune on style examples")
    visit.wait_for_params(problem="style", style_prompting="yes", style_examples="yes")


TWO_AT_ONCE = """() => {
  window.most = 0
  const count = () => {
    const all = [...document.querySelectorAll("button")].filter(one => one.textContent.startsWith("Continue"))
    window.most = Math.max(window.most, all.filter(one => one.getClientRects().length).length)
    requestAnimationFrame(count)
  }
  count()
}"""


def test_question_that_is_answered_leaves_no_second_continue_beside_the_next_ones(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge,style,task")
    visit.page.evaluate(TWO_AT_ONCE)
    for _ in range(3):
        visit.button("I do not know").click()
        visit.settle()
    assert visit.page.evaluate("window.most") == 1


def test_reload_keeps_what_is_picked_and_not_yet_given(visit: Visit) -> None:
    visit.open("/decide")
    for name in ("It doesn't know my documents", "It is too slow or too expensive"):
        visit.page.locator("label", has_text=name).click()
        visit.settle()
    visit.wait_for_params(picked="knowledge,speed")
    visit.open(visit.page.url.removeprefix(visit.app))
    expect(visit.page.get_by_role("checkbox", checked=True)).to_have_count(2)
    visit.button("Continue").click()
    visit.wait_for_params(problem="knowledge,speed")
    assert "picked" not in visit.params()
    asked = visit.page.locator("[class*=st-key-choice-data-size]")
    asked.get_by_role("radio").first.check(force=True)
    visit.wait_for_params(picked="fits")
    visit.page.reload()
    expect(asked.get_by_role("radio", checked=True)).to_have_count(1)
    visit.page.go_back()
    visit.sees_heading("What is wrong with the output?")
    expect(visit.page.get_by_role("checkbox", checked=True)).to_have_count(2)
