"""Where the focus is: seen at each stop, below the header, and at the right place after one goes on or back."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.visit import Visit, stranger

pytestmark = pytest.mark.leaves_page

HEADER_PX = 60
TWICE_THE_SIZE = at(700, 450)
STOP = """() => {
  let e = document.activeElement
  while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement
  const box = e.getBoundingClientRect()
  return { name: e.textContent.trim().slice(0, 40), top: box.top }
}"""

GOES_ON_BETWEEN_TWO_LOOKS = """() => {
  window.ledBack = false
  document.addEventListener("focusin", ({ target }) => { window.ledBack ||= target.matches(".ll-question") })
  const until = performance.now() + 1500
  const again = () => {
    const hint = document.querySelector(".st-key-quiz-hint-press button")
    hint?.focus()
    hint?.blur()
    if (performance.now() < until) requestAnimationFrame(again)
  }
  again()
}"""
"""Somebody who is on a button and off it, as after a press that takes it away, before the page looks again."""


def ring(of: Locator) -> str:
    """The outline of an element, as the browser draws it."""
    return str(of.evaluate("e => { const s = getComputedStyle(e); return s.outlineStyle + ' ' + s.outlineWidth }"))


def test_link_to_another_page_leads_the_focus_to_its_title_and_back_does_too(visit: Visit) -> None:
    visit.open("/")
    visit.tab_to(visit.page.get_by_role("link", name="Go step by step"))
    visit.press("Enter")
    expect(visit.page.get_by_role("heading", name="Training pipeline", level=1)).to_be_focused()
    assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    visit.settle()
    visit.tab_to(visit.page.get_by_role("link", name="What this scale gives you"))
    visit.press("Enter")
    expect(visit.page.get_by_role("heading", name="Fine-tuning", level=1)).to_be_focused()
    visit.settle()
    visit.page.go_back()
    expect(visit.page.get_by_role("heading", name="Training pipeline", level=1)).to_be_focused()


def test_first_page_leaves_the_focus_at_its_beginning(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    visit.page.wait_for_timeout(500)
    visit.press("Tab")
    expect(visit.page.get_by_role("link", name="Skip to main content")).to_be_focused()


def test_skipping_to_the_content_shows_where_the_focus_is(visit: Visit) -> None:
    visit.open("/compare")
    visit.press("Tab", "Enter")
    main = visit.page.get_by_role("main")
    expect(main).to_be_focused()
    drawn = main.evaluate("e => getComputedStyle(e, '::before').boxShadow")
    assert drawn == "rgb(22, 32, 29) 0px 0px 0px 3px inset"


def test_field_with_a_list_and_buttons_of_a_dialog_have_the_ring(visit: Visit) -> None:
    visit.open("/interview")
    topic = visit.page.get_by_role("combobox", name="Topic")
    visit.tab_to(topic)
    assert ring(visit.page.get_by_test_id("stSelectbox").get_by_role("group")) == "solid 3px"
    visit.page.get_by_role("button", name="Help", exact=True).press("Enter")
    dialog = visit.page.get_by_role("dialog")
    visit.tab_to(dialog.get_by_role("button", name="Close"))
    assert ring(dialog.get_by_role("button", name="Close")) == "solid 3px"


def test_handle_of_a_slider_has_the_ring(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    slider = visit.page.get_by_role("slider", name="LoRA rank")
    visit.tab_to(slider)
    assert ring(slider.locator("xpath=../..")) == "solid 3px"


def test_code_that_can_be_scrolled_has_the_ring_of_everything_else(visit: Visit) -> None:
    visit.open("/fine-tuning")
    code = visit.page.get_by_test_id("stCode").first
    visit.tab_to(code)
    assert (ring(code), code.evaluate("e => getComputedStyle(e).boxShadow")) == ("solid 3px", "none")


def test_row_to_tick_has_one_ring_and_not_two(visit: Visit) -> None:
    visit.open("/decide")
    tick = visit.page.get_by_role("checkbox").first
    visit.tab_to(tick)
    row = visit.page.locator(".st-key-row-problem-knowledge")
    assert ring(row) == "solid 3px"
    assert ring(row.locator("[data-rac]:has(> label)").first).startswith("none")


def test_printing_is_reached_by_tab_within_the_help(visit: Visit) -> None:
    visit.open("/compare")
    visit.page.get_by_role("button", name="Help", exact=True).press("Enter")
    dialog = visit.page.get_by_role("dialog")
    visit.tab_to(dialog.get_by_role("button", name="Take the tour"))
    visit.press("Tab")
    expect(dialog.get_by_role("button", name="Print")).to_be_focused()


@pytest.mark.parametrize("context_options", [TWICE_THE_SIZE])
def test_whoever_goes_backwards_finds_nothing_under_the_header(visit: Visit) -> None:
    visit.open("/fine-tuning")
    visit.page.locator(".ll-related summary").last.focus()
    for _ in range(25):
        visit.press("Shift+Tab")
        stop = visit.page.evaluate(STOP)
        assert stop["top"] >= HEADER_PX, stop


@pytest.mark.parametrize("context_options", [TWICE_THE_SIZE])
def test_last_node_of_a_figure_comes_into_the_window_with_its_key(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.tab_to(visit.node("raw-text"))
    visit.press("End")
    expect(visit.page.locator(".node:focus")).to_be_in_viewport(ratio=1)
    assert visit.focused() != "raw-text"


def test_printable_record_begins_at_its_top_and_leads_back_to_the_outcome(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge&data-size=fits")
    visit.tab_to(visit.button("Printable view"))
    visit.press("Enter")
    back = visit.button("Back to the guide")
    expect(back).to_be_focused()
    expect(back).to_be_in_viewport(ratio=1)
    visit.settle()
    visit.press("Enter")
    expect(visit.page.locator("#decision-outcome")).to_be_focused()


def test_tab_into_a_row_of_buttons_comes_to_the_chosen_one(visit: Visit) -> None:
    visit.open("/calculators?calc=serving")
    chosen = visit.page.get_by_role("radio", name="Serving memory")
    visit.tab_to(chosen)
    visit.press("Tab")
    expect(chosen).not_to_be_focused()
    visit.press("Shift+Tab")
    expect(chosen).to_be_focused()
    visit.press("Shift+Tab")
    expect(visit.page.get_by_role("radio", name="LoRA parameters")).not_to_be_focused()


def test_tab_out_of_the_question_whether_to_end_closes_it_and_comes_back_to_its_button(visit: Visit) -> None:
    visit.open("/interview?way=mock")
    visit.button("Start: ").press("Enter")
    end, now = visit.button("End the interview"), visit.button("End it now")
    end.wait_for()
    visit.settle()
    end.press("Enter")
    now.wait_for()
    visit.tab_to(now)
    visit.press("Tab")
    expect(end).to_be_focused()
    expect(now).to_have_count(0)


def test_one_question_takes_the_focus_when_it_is_begun_and_when_it_is_left(visit: Visit) -> None:
    visit.open(f"/quick-fire?item=rlhf-in-order#{stranger()}")
    question = visit.page.get_by_role("heading", level=1)
    visit.tab_to(visit.button("Answer it"))
    visit.press("Enter")
    visit.button("I do not know").wait_for()
    expect(question).to_be_focused()
    visit.press("n")
    visit.button("See the result").wait_for()
    visit.settle()
    visit.press("Space")
    visit.button("Choose another set").wait_for()
    visit.settle()
    visit.tab_to(visit.button("Choose another set"))
    visit.press("Enter")
    visit.button("Answer it").wait_for()
    expect(question).to_be_focused()


def test_search_in_the_glossary_has_one_ring(visit: Visit) -> None:
    visit.open("/takeaways")
    field = visit.page.get_by_label("Search the glossary")
    visit.tab_to(field)
    assert ring(field.locator("xpath=ancestor::*[@data-testid='stTextInputRootElement']")) == "solid 3px"
    assert ring(field).startswith("none")


def test_enter_in_the_box_of_a_guess_shows_the_result_or_says_what_is_wrong(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling")
    box = visit.page.get_by_label("Your guess, hours")
    box.fill("some")
    box.press("Enter")
    expect(visit.page.get_by_text("Write a number above zero")).to_be_visible()
    expect(box).to_be_focused()
    box.fill("100")
    box.press("Enter")
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()


def test_who_has_gone_on_is_not_led_back_to_the_question(visit: Visit) -> None:
    visit.open(f"/quick-fire?item=gpt-4o-mini-three-passes#{stranger()}")
    visit.page.evaluate(GOES_ON_BETWEEN_TWO_LOOKS)
    visit.button("Answer it").press("Enter")
    expect(visit.button("Hint")).to_be_visible()
    visit.page.wait_for_timeout(2500)
    assert not visit.page.evaluate("window.ledBack")
