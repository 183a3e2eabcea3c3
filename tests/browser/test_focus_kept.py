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
