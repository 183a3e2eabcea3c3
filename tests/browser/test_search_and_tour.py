"""Search, the way back, the tour, a 404 and paper, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page


def _open_search(visit: Visit) -> None:
    """By its key, once its button is drawn: a slow browser draws it after the script has run."""
    expect(visit.button("Search").first).to_be_visible()
    visit.press("Control+k")
    expect(visit.page.get_by_label("Search the whole course")).to_be_focused()


def _search(visit: Visit, query: str) -> None:
    _open_search(visit)
    visit.page.keyboard.type(query)
    expect(visit.page.locator(f'.ll-search .hits[data-query="{query}"]')).to_be_attached()
    expect(visit.page.get_by_role("dialog").get_by_role("status")).to_contain_text("found")


def test_search_by_keyboard_opens_what_is_found_and_leads_back(visit: Visit) -> None:
    visit.open("/compare")
    _search(visit, "catastrophic forgeting")
    dialog = visit.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Glossary")).to_be_visible()
    visit.press("ArrowDown", "ArrowDown", "ArrowUp")
    expect(dialog.get_by_role("link").first).to_be_focused()
    visit.press("ArrowUp")
    expect(visit.page.get_by_label("Search the whole course")).to_be_focused()
    visit.press("Enter")
    visit.wait_for_params(term="catastrophic-forgetting")
    expect(dialog).to_have_count(0)
    expect(visit.page.get_by_role("heading", name="Catastrophic forgetting", exact=True)).to_be_in_viewport()
    expect(visit.page.get_by_label("Search the glossary")).to_be_in_viewport()
    visit.page.get_by_role("link", name="Back to Compare approaches").click()
    visit.page.wait_for_url(re.compile("/compare$"))
    visit.sees_heading("Compare approaches")


def test_what_is_typed_at_once_is_looked_for_and_an_r_does_not_take_the_search_away(visit: Visit) -> None:
    visit.open("/decide")
    expect(visit.button("Search").first).to_be_visible()
    visit.press("Control+k")
    visit.page.keyboard.type("rag", delay=40)
    expect(visit.page.get_by_label("Search the whole course")).to_have_value("rag")
    expect(visit.page.get_by_role("dialog").get_by_role("status")).to_contain_text("found")


def test_back_from_what_was_found_is_where_one_was(visit: Visit) -> None:
    visit.open("/")
    _search(visit, "rlhf")
    visit.press("Enter")
    visit.page.wait_for_url(re.compile(r"/takeaways\?term=rlhf"))
    visit.sees_heading("Takeaways and glossary")
    visit.settle()
    visit.page.go_back()
    visit.page.wait_for_url(re.compile("/$"))
    visit.sees_heading("Know which rung you need")
    visit.settle()
    expect(visit.page.get_by_role("button", name="Search").first).to_be_visible()
    visit.page.go_forward()
    visit.page.wait_for_url(re.compile(r"/takeaways\?term=rlhf"))


def test_no_kind_of_place_is_crowded_out_by_the_others(visit: Visit) -> None:
    visit.open("/")
    _search(visit, "lora")
    expect(visit.page.get_by_role("dialog").get_by_role("heading", name="Lab")).to_be_attached()


def test_search_finds_the_calculators_that_a_gpu_of_the_tables_is_chosen_in(visit: Visit) -> None:
    visit.open("/")
    _search(visit, "4090")
    expect(visit.page.get_by_role("dialog").get_by_role("link", name="Memory fit")).to_be_visible()


def test_search_that_is_opened_again_shows_the_words_whose_hits_it_shows(visit: Visit) -> None:
    visit.open("/compare")
    _search(visit, "prompt injection")
    said = visit.page.get_by_role("dialog").get_by_role("status")
    expect(said).to_contain_text("Not found: injection. Without it")
    visit.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    _open_search(visit)
    expect(visit.page.get_by_label("Search the whole course")).to_have_value("prompt injection")
    expect(said).to_contain_text("Not found: injection.")
    visit.page.keyboard.type("Entscheidungshilfe")  # takes the place of the words, which are selected
    expect(said).to_have_text("1 found")
    visit.press("Enter")
    visit.page.wait_for_url(re.compile("/decide"))


def test_search_that_finds_nothing_says_so_and_escape_closes_it(visit: Visit) -> None:
    visit.open("/pipeline")
    _open_search(visit)
    visit.page.keyboard.type("zzzz")
    expect(visit.page.get_by_role("dialog").get_by_role("status")).to_contain_text("Nothing matches “zzzz”")
    visit.press("ArrowRight")  # belongs to the field, not to the walk
    visit.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert "step" not in visit.params()


@pytest.mark.parametrize("context_options", [at(320, 640), at(390, 844, "dark")], ids=["320", "390 dark"])
def test_on_a_phone_search_is_in_the_header_and_help_at_the_foot(visit: Visit) -> None:
    visit.open("/compare")
    search, menu = visit.button("Search").first, visit.page.get_by_test_id("stExpandSidebarButton")
    one, other = search.bounding_box(), menu.bounding_box()
    assert one and other
    assert one["x"] >= other["x"] + other["width"]
    assert one["x"] + one["width"] <= visit.page.viewport_size["width"]  # type: ignore[index]
    search.click()
    visit.page.get_by_label("Search the whole course").fill("rag")
    visit.page.get_by_role("dialog").get_by_role("link").first.click()
    visit.page.get_by_role("dialog").wait_for(state="detached")
    visit.settle()
    visit.button("Help").click()
    expect(visit.button("Take the tour")).to_be_visible()


def test_the_tour_by_keyboard_then_skipped_then_from_the_help(visit: Visit) -> None:
    visit.open("/")
    visit.tab_to(visit.button("Next: Training pipeline"))
    visit.press("Enter")
    visit.page.wait_for_url(re.compile("/pipeline"))
    visit.settle()
    expect(visit.page.locator(".st-key-bar-tour")).to_contain_text("Tour, 2 of 7.")
    visit.page.reload()
    expect(visit.page.locator(".st-key-bar-tour")).to_contain_text("Tour, 2 of 7.")
    visit.button("Skip the tour").click()
    expect(visit.page.locator(".st-key-bar-tour")).to_have_count(0)
    visit.open("/")
    assert visit.page.locator(".st-key-bar-tour").count() == 0
    visit.button("Help").click()
    visit.button("Take the tour").click()
    expect(visit.page.locator(".st-key-bar-tour")).to_contain_text("Tour, 1 of 7.")


def test_when_the_tour_is_over_the_focus_is_on_the_title_of_the_page(visit: Visit) -> None:
    visit.open("/")
    visit.button("Skip the tour").press("Enter")
    expect(visit.page.locator(".st-key-bar-tour")).to_have_count(0)
    expect(visit.heading("Know which rung you need")).to_be_focused()
    visit.button("Help").click()
    visit.button("Take the tour").click()
    for place in range(2, 8):
        visit.button("Next: ").last.press("Enter")
        expect(visit.page.locator(".st-key-bar-tour")).to_contain_text(f"Tour, {place} of 7.")
        visit.settle()
    visit.button("End the tour").press("Enter")
    visit.page.wait_for_url(re.compile("/$"))
    expect(visit.page.locator(".st-key-bar-tour")).to_have_count(0)
    expect(visit.heading("Know which rung you need")).to_be_focused()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_tour_that_the_help_at_the_foot_of_a_phone_begins_is_in_view(visit: Visit) -> None:
    visit.open("/")
    visit.button("Help").click()
    visit.button("Take the tour").click()
    strip = visit.page.locator("#tour-strip")
    expect(strip).to_be_focused()
    visit.page.wait_for_timeout(800)
    expect(strip).to_be_in_viewport(ratio=1)


def test_the_switch_of_the_language_keeps_the_focus(visit: Visit) -> None:
    visit.open("/compare")
    for name, other in (("Deutsch", "English"), ("English", "Deutsch")):
        visit.page.get_by_role("button", name=name).press("Enter")
        visit.settle()
        expect(visit.page.get_by_role("button", name=other)).to_be_focused()


def test_what_belongs_to_a_step_opens_in_the_session_and_leads_back(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    link = visit.page.locator(".ll-related a").first
    name = link.inner_text()
    link.click()
    visit.page.get_by_role("link", name="Back to “Supervised Fine-Tuning SFT”").click()
    visit.wait_for_params(step="sft")
    expect(visit.page.locator(".ll-related a").first).to_have_text(name)


def test_what_is_in_english_on_a_german_page_says_so_once_a_list(visit: Visit) -> None:
    visit.open("/pipeline?step=sft&lang=de")
    asked = visit.page.locator(".ll-related section").filter(has=visit.page.get_by_role("heading", name="Interview"))
    expect(asked.get_by_text("Auf Englisch")).to_have_count(1)
    expect(asked.get_by_text("Auf Englisch")).to_be_visible()
    expect(asked.locator("a").first).to_have_attribute("lang", "en")
    chapter = visit.page.locator(".ll-related section").filter(has=visit.page.get_by_role("heading", name="Im Kapitel"))
    expect(chapter.get_by_text("Auf Englisch")).to_have_count(0)


def test_on_paper_there_is_the_text_and_nothing_to_press(visit: Visit) -> None:
    visit.open("/fine-tuning")
    visit.page.emulate_media(media="print", color_scheme="dark")
    for gone in ("stHeader", "stBaseButton-secondary", "stButtonGroup", "stPageLink", "stDownloadButton"):
        for element in visit.page.get_by_test_id(gone).all():
            expect(element).to_be_hidden()
    expect(visit.page.locator(".st-key-search-open")).to_be_hidden()
    expect(visit.page.locator(".ll-related").first).to_be_hidden()
    visit.sees_heading("QLoRA shrinks the part that stands still")
    assert len(visit.page.pdf(format="A4")) > 50_000


def test_an_address_that_is_no_page_gets_a_calm_one(visit: Visit) -> None:
    answer = visit.page.request.get(f"{visit.app}/tea")
    assert answer.status == 404
    visit.page.set_content(answer.text())
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    assert visit.page.get_by_role("link").count() >= 5


def test_twins_that_begin_alike_are_told_apart_in_what_is_found(visit: Visit) -> None:
    visit.open("/decide")
    _search(visit, "furniture shop")
    cases = visit.page.get_by_role("dialog").get_by_role("link", name=re.compile("furniture shop"))
    expect(cases.nth(1)).to_be_visible()
    texts = cases.all_inner_texts()
    assert len(set(texts)) == len(texts)
