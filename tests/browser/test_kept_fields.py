"""What is typed in a field and not yet sent is there again after a reload, and counts once the field is left."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.contexts import lent_context
from tests.browser.seeded_rooms import LOBBY
from tests.browser.visit import Visit, stranger
from tests.browser.workshop_room import opened_workshop

UNTOLD = "addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)"
PUT_AWAY = """() => {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}"""

BROKEN = "sessionStorage.begun ??= (sessionStorage['ll-fields'] = '{')"
BEGUN_ELSEWHERE = """new MutationObserver((_, observer) => {
  const field = document.querySelector(".st-key-calculator-labelling-examples input")
  if (field) { observer.disconnect(); field.focus() }
}).observe(document, { childList: true, subtree: true })"""
IMPATIENT = """if (sessionStorage.impatient) new MutationObserver((_, observer) => {
  if (!document.documentElement.dataset.llKeptFields) return
  observer.disconnect()
  sessionStorage.removeItem("impatient")
  location.reload()
}).observe(document, { attributes: true, subtree: true })"""
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


def test_field_that_somebody_is_in_keeps_the_focus_while_another_gets_back_what_was_typed(visit: Visit) -> None:
    visit.open(f"/calculators?calc=labelling#{stranger()}")
    guess, pairs = visit.page.get_by_label("Your guess, hours"), visit.page.get_by_label("Pairs", exact=True)
    guess.fill("100")
    visit.page.locator("h1").click()
    visit.settle()
    visit.page.add_init_script(BEGUN_ELSEWHERE)
    visit.page.reload()
    expect(guess).to_have_value("100")
    expect(pairs).to_be_focused()
    visit.settle()
    visit.button("Show the result").click()
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()


def test_reload_before_the_page_is_there_loses_nothing_of_it(visit: Visit) -> None:
    visit.open(f"/join#{stranger()}")
    name = visit.page.get_by_label("Your name")
    name.fill("Ada")
    visit.page.add_init_script(IMPATIENT)
    visit.page.evaluate("sessionStorage.impatient = 'yes'")
    visit.page.reload(wait_until="commit")
    visit.page.wait_for_function("!sessionStorage.impatient")
    expect(name).to_have_value("Ada")
    expect(name).to_be_focused()


def test_what_the_tab_keeps_and_nobody_can_read_stops_nothing(visit: Visit) -> None:
    errors: list[str] = []
    visit.page.on("pageerror", lambda error: errors.append(str(error)))
    visit.page.add_init_script(BROKEN)
    visit.open(f"/join#{stranger()}")
    visit.page.get_by_label("Your name").fill("Ada")
    visit.page.reload()
    expect(visit.page.get_by_label("Your name")).to_have_value("Ada")
    assert errors == []


def test_page_that_a_phone_dropped_while_it_was_out_of_sight_has_what_was_typed(chromium: Browser, app: str) -> None:
    with lent_context(chromium) as context:
        visit = Visit(context.new_page(), app)
        visit.page.add_init_script(UNTOLD)
        visit.open("/join")
        visit.page.get_by_label("Your name").fill("Ada")
        visit.page.evaluate(PUT_AWAY)
        visit.page.reload()
        expect(visit.page.get_by_label("Your name")).to_have_value("Ada")


def test_question_to_the_room_is_there_after_a_reload_once_its_menu_is_open_and_not_once_it_was_asked(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        menu, field = guest.locator("summary").filter(has_text="uestion"), guest.get_by_label("Your question")
        menu.click()
        field.fill("Why not RAG?")
        for _ in range(2):  # the second time nothing was typed anew
            guest.reload()
            guest.wait_for_timeout(500)
        menu.click()
        expect(field).to_have_value("Why not RAG?")
        guest.get_by_role("button", name="Ask", exact=True).click()
        expect(guest.get_by_text("0 votes, your question")).to_be_visible()
        expect(field).to_have_value("")
        field.fill("And tuning?")
        guest.reload()
        menu.click()
        expect(field).to_have_value("And tuning?")


def test_link_to_a_room_that_is_opened_again_has_its_code_and_not_a_wrong_one_that_was_typed(visit: Visit) -> None:
    link = f"/join?room={LOBBY}"
    visit.open(link)
    for label, text in (("Code", "XYZ-999"), ("Your name", "Nobody")):
        visit.page.get_by_label(label).fill(text)
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_text("There is no room with this code")).to_be_visible()
    visit.open(link)
    visit.page.wait_for_timeout(500)  # longer than a field that gets back what was typed takes
    expect(visit.page.get_by_label("Code")).to_have_value(LOBBY)
