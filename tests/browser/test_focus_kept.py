"""A button that is gone, moved or idle after its press leaves the focus where one goes on, and never nowhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.seeded_rooms import NAMES, RESULTS
from tests.browser.visit import Visit, stranger

pytestmark = pytest.mark.leaves_page

QLORA = "/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB"


def press(visit: Visit, name: str) -> None:
    """By keyboard alone."""
    button = visit.button(name)
    visit.tab_to(button)
    visit.press("Enter")


def test_joining_without_a_code_keeps_the_focus_at_its_button(visit: Visit) -> None:
    visit.open("/join")
    press(visit, "Join")
    expect(visit.page.get_by_role("alert").filter(has_text="Type the code")).to_be_visible()
    visit.settle()
    expect(visit.button("Join")).to_be_focused()


def test_change_that_makes_a_run_fit_leads_the_focus_to_the_result(visit: Visit) -> None:
    visit.open(QLORA)
    press(visit, "Apply this change")
    named = visit.page.locator("#result-memory")
    expect(named).to_be_focused()
    expect(named).to_be_in_viewport(ratio=1)


def test_emptying_a_list_leads_the_focus_into_its_field(visit: Visit) -> None:
    visit.open(QLORA)
    press(visit, "Clear value")
    expect(visit.page.get_by_role("combobox", name="GPU")).to_be_focused()
    visit.settle()
    expect(visit.page.get_by_role("combobox", name="GPU")).to_be_focused()


def test_updating_the_prices_keeps_the_focus_at_its_button(visit: Visit) -> None:
    visit.open("/calculators?calc=break-even&months=12")
    press(visit, "Update prices")
    expect(visit.page.get_by_role("status").filter(has_text="prices")).to_be_visible()
    visit.settle()
    expect(visit.button("Update prices")).to_be_focused()


def test_all_cases_instead_of_a_pair_leads_the_focus_to_how_many(visit: Visit) -> None:
    visit.open("/cases?pair=rag,fine-tune")
    press(visit, "All cases instead")
    expect(visit.page.get_by_role("radiogroup", name="How many cases").get_by_role("radio").first).to_be_focused()


def test_who_stops_following_a_presenter_goes_on_at_the_ways_back_and_back_again(visit: Visit) -> None:
    visit.open(f"/join?room={RESULTS}#{NAMES[0]}")
    press(visit, "Stop following")
    expect(visit.button("Back to the presenter")).to_be_focused()
    visit.settle()
    press(visit, "Earlier")
    expect(visit.button("Later")).to_be_enabled()
    press(visit, "Later")
    expect(visit.button("Back to the presenter")).to_be_focused()
    visit.settle()
    visit.press("Enter")
    expect(visit.button("Stop following")).to_be_focused()


def test_skipping_the_guess_of_the_lab_leads_the_focus_to_the_result(visit: Visit) -> None:
    visit.open(f"/lab#{stranger()}")
    press(visit, "Skip the guess")
    expect(visit.page.get_by_role("group", name="Result")).to_be_focused()


def test_stopping_a_run_of_the_lab_leads_the_focus_to_where_it_is_run_again(visit: Visit) -> None:
    visit.open(f"/lab?station=pre-train&run=pre-train&seed=13#{stranger()}")
    press(visit, "Run it live")
    press(visit, "Stop")
    expect(visit.button("Stop")).to_have_count(0)
    expect(visit.button("Run it live")).to_be_focused()


@pytest.mark.parametrize(
    ("address", "button", "told"),
    [
        ("/decide", "Continue", "Choose at least one row"),
        ("/decide?problem=style", "Continue", "Choose a row"),
        ("/calculators?calc=labelling", "Show the result", "Write a number above zero"),
    ],
)
def test_button_that_was_pressed_too_soon_keeps_the_focus(visit: Visit, address: str, button: str, told: str) -> None:
    visit.open(address)
    visit.tab_to(visit.button(button))
    visit.press("Enter")
    expect(visit.page.get_by_role("alert").filter(has_text=told)).to_be_visible()
    visit.settle()
    expect(visit.button(button)).to_be_focused()


def test_answer_that_is_not_taken_leaves_the_focus_at_its_button(visit: Visit) -> None:
    visit.open("/interview")
    visit.button("Ask me this question").click()
    expect(visit.page.locator(".ll-question")).to_be_focused()
    visit.page.locator("textarea").fill("yes")
    expect(visit.page.get_by_text("1 word. About 0:01 to say.")).to_be_visible()
    visit.button("Submit and lock").click()
    expect(visit.page.get_by_text("There is not enough to judge.")).to_be_visible()
    expect(visit.button("Submit and lock")).to_be_focused()


def test_starting_the_guide_over_leads_the_focus_to_its_first_question(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge&data-size=fits")
    visit.button("Start over").press("Enter")
    expect(visit.heading("What is wrong with the output?")).to_be_focused()


def test_way_back_of_a_calculator_leads_the_focus_to_the_other_one(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora")
    visit.button("Use the chapter's values").press("Enter")
    expect(visit.button("Back to the starting values")).to_be_focused()
    visit.settle()
    visit.press("Enter")
    expect(visit.button("Use the chapter's values")).to_be_focused()


def test_way_back_that_has_no_other_leads_the_focus_to_the_title(visit: Visit) -> None:
    visit.open("/calculators?calc=serving&batch=3")
    visit.button("Back to the starting values").press("Enter")
    expect(visit.page.get_by_role("heading", level=1)).to_be_focused()


def test_going_back_to_the_chapter_s_adapter_keeps_the_focus_at_its_button(visit: Visit) -> None:
    visit.open("/fine-tuning")
    back = visit.button("Back to the chapter's example")
    back.press("Enter")
    visit.settle()
    expect(back).to_be_focused()


def test_showing_all_terms_leads_the_focus_to_the_search(visit: Visit) -> None:
    visit.open("/takeaways")
    field = visit.page.get_by_label("Search the glossary")
    field.fill("zzzz")
    visit.button("Show all terms").press("Enter")
    expect(field).to_be_focused()
