"""The room's keys on the host's page: they win over menus that are closed and buttons that a mouse has pressed."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.listener import Listener
from tests.browser.workshop_room import at_step, opened_workshop, pick, told_keys

OPEN = "[data-testid=stPopoverBody]"


def holds_no_button(page: Page) -> None:
    page.wait_for_function("document.activeElement.tagName !== 'BUTTON'")


def test_space_does_the_next_thing_after_a_menu_was_closed_by_escape(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        page = room.host
        room.press("Next step")
        at_step(page, 2)
        room.press("People")
        expect(page.locator(OPEN)).to_be_visible()
        expect(page.get_by_role("button", name="People", exact=True)).to_be_visible()
        expect(page.locator(OPEN).get_by_text("Join link")).to_be_visible()  # Streamlit opens it again when it is drawn
        page.keyboard.press("Escape")
        expect(page.locator(OPEN)).to_have_count(0)
        holds_no_button(page)
        expect(page.get_by_role("button", name="People 0")).to_be_visible()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Close the vote")).to_be_visible()
        expect(page.locator(OPEN)).to_have_count(0)
        page.get_by_role("button", name="Blank").click()
        expect(page.get_by_role("button", name="Turn screens on")).to_be_visible()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Open the second round")).to_be_visible()
        expect(page.get_by_role("button", name="Turn screens on")).to_be_visible()


def test_space_starts_the_workshop_once_the_link_has_opened_the_window_for_the_projector(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        page = room.host
        with page.context.expect_page() as opened:
            page.get_by_role("link", name="Put the audience's screen on the projector").click()
        opened.value.close()
        page.bring_to_front()
        expect(page.get_by_role("link", name="Put the audience's screen on the projector")).to_be_focused()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Start the workshop")).to_have_count(0)
        expect(page.get_by_text("on plan")).to_be_visible()


def test_r_shows_results_after_a_first_round_that_most_had_right(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        keys = room.host.locator(".ll-room-keys")
        people = [room.join("Ada"), room.join("Bo")]
        room.host.keyboard.press("ArrowRight")
        at_step(room.host, 2)
        room.press("Open the vote")
        for page in people:
            pick(page, "Fine-tuning")
        expect(keys).to_contain_text("Close the vote")
        expect(keys).not_to_contain_text("results")
        room.press("Close the vote")
        expect(keys).to_contain_text(re.compile("Show results.*results"))
        room.host.keyboard.press("r")
        expect(room.host.locator(".ll-vote").first).to_be_visible()
        expect(people[0].get_by_text("Right answer").first).to_be_visible()
        expect(keys).to_contain_text("Next step")


def test_dark_button_of_the_last_step_asks_for_the_end_as_space_does(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        for number in range(2, 6):
            room.press("Next step")
            at_step(room.host, number)
        expect(told_keys(room.host)).to_contain_text("End")
        dark = room.host.locator(".st-key-room-controls [kind=primary]")
        expect(dark).to_have_count(1)
        expect(dark).to_have_text("End the workshop …")
        ends = room.host.get_by_role("button", name="End the workshop", exact=True)
        for press in (dark.click, lambda: room.host.keyboard.press("Space")):
            press()
            expect(ends).to_be_visible()
            expect(room.host.get_by_text("End the workshop for all?")).to_be_visible()
            room.host.keyboard.press("Escape")
            expect(ends).to_have_count(0)


def test_tie_on_the_guide_is_shown_and_a_number_takes_one_of_its_answers(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        people = [room.join("Ada"), room.join("Bo")]
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        room.press("Open the vote")
        for page, words in zip(
            people, ("It doesn't know my documents", "It is too slow or too expensive"), strict=True
        ):
            pick(page, words)
        room.press("Close the vote")
        expect(room.host.get_by_text("A tie: the host decides.")).to_be_visible()
        expect(room.host.get_by_text("A tie: you decide.")).to_be_in_viewport()
        expect(room.host.locator(".st-key-room-tie-2 button")).to_be_in_viewport(ratio=1)
        expect(room.host.get_by_role("button", name=re.compile("Take the majority|Open the vote"))).to_have_count(0)
        room.host.keyboard.press("Space")
        room.host.keyboard.press("1")
        expect(room.host.locator("h1")).to_have_text("How much does the model need to know?")
        expect(room.host.get_by_text("a tie, the host decided")).to_be_visible()
        at_step(people[0], 3)


def test_focus_of_a_host_goes_on_when_votes_take_its_button_away(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        people = [room.join("Ada"), room.join("Bo")]
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        room.host.get_by_role("button", name="Open the vote").focus()
        room.host.keyboard.press("Enter")
        expect(room.host.get_by_role("button", name="Close the vote")).to_be_focused()
        room.host.wait_for_timeout(4_000)  # so long the focus is led on after the host's own press
        pick(people[0], "It doesn't know my documents")
        expect(room.host.get_by_role("button", name="Take the majority")).to_be_focused()
        pick(people[1], "It is too slow or too expensive")
        expect(room.host.get_by_role("button", name="Close the vote")).to_be_focused()
        room.host.get_by_role("button", name="Next step").focus()
        pick(people[1], "It doesn't know my documents")
        expect(room.host.get_by_role("button", name="Take the majority")).to_be_visible()
        expect(room.host.get_by_role("button", name="Next step")).to_be_focused()


def test_buttons_of_the_agenda_look_alike_and_are_named_for_their_step(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Agenda")
        rows = room.host.locator("[class*=st-key-rule-step-]")
        title = rows.nth(1).locator("p").first.inner_text()
        go = rows.nth(1).get_by_role("button", name=f"Go {title}", exact=True)
        expect(go).to_be_visible()
        word = rows.nth(0).get_by_role("button", name=re.compile("^Later ")).locator("p")
        assert word.evaluate("p => p.getBoundingClientRect().width") < 60
        go.click()
        at_step(room.host, 2)


def test_button_that_asks_for_the_end_works_after_it_was_pressed_while_its_menu_was_open(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        for number in range(2, 6):
            room.press("Next step")
            at_step(room.host, number)
        dark = room.host.locator(".st-key-room-controls [kind=primary]")
        expect(dark).to_have_text("End the workshop …")
        for _ in range(2):
            dark.click()
            expect(room.host.locator(OPEN)).to_be_visible()
            dark.click()
            expect(room.host.locator(OPEN)).to_have_count(0)


def test_question_chosen_by_keys_leaves_the_focus_in_the_list_beside_the_button_that_adds_it(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Agenda")
        choose = room.host.locator(OPEN).get_by_role("combobox")
        room.host.wait_for_function("document.activeElement.id === 'agenda-now'")
        choose.click()
        room.host.keyboard.type("lora")
        expect(room.host.get_by_role("option").first).to_be_visible()
        room.host.keyboard.press("Enter")
        expect(room.host.locator(OPEN).get_by_text("Right answer:")).to_be_visible()
        room.host.wait_for_timeout(600)  # the way to the step that is on takes 300 ms
        expect(choose).to_be_focused()


def test_workshop_is_ended_by_keys_alone(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        for number in range(2, 6):
            room.press("Next step")
            at_step(room.host, number)
        expect(told_keys(room.host)).to_contain_text("End")
        room.host.keyboard.press("Space")
        room.host.wait_for_function("document.activeElement.id === 'end-asked'")
        room.host.keyboard.press("Tab")
        expect(room.host.get_by_role("button", name="End the workshop", exact=True)).to_be_focused()
        room.host.keyboard.press("Enter")
        expect(room.host.get_by_text("The workshop has ended")).to_be_visible()
        expect(room.host.get_by_role("heading", level=1)).to_be_focused()


def test_menu_that_counts_is_named_without_the_signs_of_its_label(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("People")
        expect(room.host.get_by_role("dialog", name="People 0", exact=True)).to_be_visible()


def test_tab_leads_from_the_button_of_an_open_menu_into_it(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        page = room.host
        for menu, first in (("People", "Lock the room"), ("Questions", "Turn questions off")):
            page.get_by_role("button", name=re.compile(f"^{menu}")).focus()
            page.keyboard.press("Enter")
            inside = page.get_by_role("button", name=first)
            expect(inside).to_be_visible()
            page.keyboard.press("Tab")
            expect(inside).to_be_focused()
            page.keyboard.press("Escape")
            expect(page.locator(OPEN)).to_have_count(0)


def test_room_is_opened_and_joined_with_the_focus_on_its_title(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        for page in (room.host, room.join("Ada")):
            expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_who_hears_a_room_is_told_what_the_step_is_and_that_a_vote_opens(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        listener = Listener(guest)
        listener.waits_until_still()
        room.host.keyboard.press("ArrowRight")
        at_step(guest, 2)
        listener.hears("Step 2 of 5: Vote: the rules stand still")
        assert "Ada" not in listener.now()
        room.press("Open the vote")
        listener.hears("A vote is open.")
