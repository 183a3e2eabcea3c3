"""Back to where a link was followed, as that place was left."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit, stranger

pytestmark = pytest.mark.leaves_page

MAIN = '[data-testid="stMain"]'
SCROLLED = f"""place => Math.abs(document.querySelector('{MAIN}').scrollTop - place) < 2"""


def test_way_back_to_a_calculator_has_what_was_typed_after_its_links_were_drawn(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=5000")
    visit.page.get_by_label("Pairs", exact=True).fill("7123")
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(visit.app + "/calculators?calc=labelling&examples=7123")
    visit.page.get_by_role("link", name="Decide for your case").click()
    visit.page.get_by_role("heading", level=1, name="Decision guide").wait_for()
    visit.settle()
    visit.page.get_by_role("link", name="Back to “Labelling").click()
    expect(visit.page.get_by_label("Pairs", exact=True)).to_have_value("7123")
    expect(visit.page).to_have_url(visit.app + "/calculators?calc=labelling&examples=7123")


def test_link_within_a_page_is_in_the_address_so_that_a_reload_and_the_browsers_back_know_it(visit: Visit) -> None:
    claim = visit.app + "/takeaways?claim=lora-cheaper"
    visit.open("/takeaways?claim=lora-cheaper")
    visit.page.get_by_role("link", name="All takeaways and terms").click()
    visit.sees_heading("Takeaways and glossary")
    expect(visit.page).to_have_url(visit.app + "/takeaways?from=takeaways%3Fclaim%3Dlora-cheaper")
    visit.page.reload()
    visit.page.get_by_role("link", name="Back to “LoRA is 10–100 times cheaper").click()
    expect(visit.page).to_have_url(claim)
    visit.sees_heading("LoRA is 10–100 times cheaper than full fine-tuning.")
    visit.settle()
    visit.page.go_back()
    visit.sees_heading("Takeaways and glossary")


def test_term_that_another_names_is_in_the_address_too(visit: Visit) -> None:
    visit.open("/takeaways?term=lora")
    visit.page.get_by_role("link", name="Rank", exact=True).first.click()
    expect(visit.page).to_have_url(visit.app + "/takeaways?term=rank")
    visit.page.reload()
    expect(visit.page.get_by_label("Search the glossary")).to_have_value("Rank")


def test_step_of_an_agenda_that_a_link_names_comes_into_view_on_a_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open("/host?agenda=workshop-45&step=take-home")
    expect(visit.page.locator("mark", has_text="What each of us tries first")).to_be_in_viewport()


def test_link_beside_an_open_menu_leads_to_its_page(visit: Visit) -> None:
    visit.open(f"/quick-fire#{stranger()}")
    visit.button("I do not know").click()
    visit.button("Report this question").click()
    expect(visit.page.get_by_text("Copy the note")).to_be_visible()
    visit.settle()
    visit.page.get_by_role("link", name="See it in the chapter").click()
    expect(visit.page).to_have_url(re.compile("/pipeline"))
    visit.page.wait_for_timeout(500)  # what the menu asked for comes after the page was drawn
    visit.settle()
    visit.sees_heading("Training pipeline")


def scrolled_and_loaded_anew(visit: Visit) -> None:
    visit.open("/takeaways")
    visit.page.locator(MAIN).evaluate("main => main.scrollTo(0, 1700)")
    visit.page.wait_for_timeout(300)
    visit.page.reload()
    visit.page.wait_for_function(SCROLLED, arg=1700)


def test_back_and_a_reload_lead_to_where_the_page_was_scrolled_to(visit: Visit) -> None:
    scrolled_and_loaded_anew(visit)
    link = visit.page.locator(f"{MAIN} [data-testid='stPageLink'] a").last
    link.scroll_into_view_if_needed()
    visit.page.wait_for_timeout(300)
    there = visit.page.locator(MAIN).evaluate("main => main.scrollTop")
    link.click()
    visit.page.wait_for_url(lambda url: "/takeaways" not in url)
    visit.settle()
    visit.page.go_back()
    visit.page.wait_for_url(re.compile("/takeaways"))
    visit.page.wait_for_function(SCROLLED, arg=there)
    visit.settle()
    visit.page.go_forward()
    visit.page.wait_for_url(lambda url: "/takeaways" not in url)
    visit.page.wait_for_function(SCROLLED, arg=0)


def test_who_scrolls_while_a_page_is_led_to_its_place_stays_there(visit: Visit) -> None:
    scrolled_and_loaded_anew(visit)
    visit.page.mouse.move(600, 400)
    visit.page.mouse.wheel(0, -900)
    visit.page.wait_for_timeout(1200)
    assert visit.page.locator(MAIN).evaluate("main => main.scrollTop") < 1000


def test_a_reload_keeps_the_builder_s_settings_and_back_leaves_the_page(visit: Visit) -> None:
    visit.open("/takeaways")
    visit.open("/fine-tuning")
    rank = visit.page.get_by_label("Rank, r")
    for typed in ("8", "12"):
        rank.fill(typed)
        rank.press("Enter")
        visit.wait_for_params(lora=f"meta-llama/Llama-3.2-3B-Instruct,{typed},32,0.05,q_proj+v_proj")
    visit.page.reload()
    expect(rank).to_have_value("12")
    expect(visit.page.locator(".ll-result").first).to_contain_text("3,440,640")
    visit.page.go_back()
    visit.sees_heading("Takeaways")
