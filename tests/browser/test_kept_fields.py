"""What is typed in a field and not yet sent is there again after a reload, and counts once the field is left."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit, stranger

FIELDS = [
    ("/calculators?calc=labelling&examples=5000", "calculator-labelling-examples", "7123"),
    ("/calculators?calc=cost&lang=de", "calculator-cost-usd_per_gpu_hour", "1.5"),
    ("/calculators?calc=labelling", "calculator-guess-labelling-text", "1.2K"),
    ("/takeaways", "glossary-search-query", "rank"),
    ("/join", "join-name", "Ada"),
]


@pytest.mark.parametrize(("address", "key", "text"), FIELDS, ids=[key for _, key, _ in FIELDS])
def test_what_is_typed_and_not_sent_is_there_after_a_reload(visit: Visit, address: str, key: str, text: str) -> None:
    visit.open(f"{address}#{stranger()}")
    field = visit.page.locator(f".st-key-{key} input")
    field.fill(text)
    for _ in range(2):
        visit.page.reload()
        expect(field).to_have_value(text)
        expect(field).to_be_focused()


def test_guess_that_was_typed_before_a_reload_is_the_one_that_is_given(visit: Visit) -> None:
    visit.open(f"/calculators?calc=labelling#{stranger()}")
    field = visit.page.get_by_label("Your guess, hours")
    field.fill("100")
    visit.page.locator("h1").click()
    visit.settle()
    visit.page.reload()
    expect(field).to_have_value("100")
    visit.settle()
    visit.button("Show the result").click()
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()


def test_number_that_was_typed_before_a_reload_counts_once_its_field_is_left(visit: Visit) -> None:
    visit.open(f"/calculators?calc=labelling&examples=5000#{stranger()}")
    visit.page.get_by_label("Pairs", exact=True).fill("7123")
    visit.page.reload()
    expect(visit.page.get_by_label("Pairs", exact=True)).to_have_value("7123")
    visit.page.locator("h1").click()
    visit.wait_for_params(examples="7123")


def test_other_page_of_the_tab_has_none_of_it(visit: Visit) -> None:
    visit.open(f"/takeaways#{stranger()}")
    visit.page.get_by_label("Search the glossary").fill("rank")
    visit.open("/takeaways?term=lora")
    visit.page.wait_for_timeout(1_000)
    expect(visit.page.get_by_label("Search the glossary")).not_to_have_value("rank")
