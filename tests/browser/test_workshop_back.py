"""Votes that end too early go on, on the host's page, the projector, the remote and the phones."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.workshop_room import at_step, opened_workshop, pick, told_keys

RIGHT, WRONG = "Fine-tuning", "RAG"

TWICE = """() => new Promise((done) => {
  const space = () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }))
  space()
  setTimeout(() => done(space()), 300)
})"""
"""Space, and again before anybody could have read what the first has done."""


def test_vote_goes_on_after_its_results_on_all_screens_with_the_picks_that_were_in(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        ada, bo = room.join("Ada"), room.join("Bo")
        context = room.host.context
        projector, remote = context.new_page(), context.new_page()
        projector.goto(f"{app}/host?room={room.code}&view=screen")
        remote.goto(f"{app}/remote?room={room.code}")
        room.press("Next step")
        at_step(ada, 2)
        room.press("Open the vote")
        room.press("Close the vote")
        room.press("Open the second round")
        pick(ada, WRONG)
        expect(room.host.get_by_text("1 of 2 have voted")).to_be_visible()
        room.host.keyboard.press("r")
        expect(bo.get_by_text("You did not vote in this round.")).to_be_visible()
        expect(projector.locator(".ll-vote").first).to_be_visible()
        expect(told_keys(room.host)).to_contain_text("Go on voting")

        room.host.keyboard.press("u")
        expect(projector.locator(".ll-choices li")).to_have_count(5)
        expect(projector.locator(".ll-vote")).to_have_count(0)
        expect(ada.get_by_text(re.compile("Your pick: RAG. It was in before the results were shown"))).to_be_visible()
        expect(ada.locator("[data-testid=stRadioOption]")).to_have_count(0)
        pick(bo, RIGHT)
        expect(projector.get_by_text("2 of 2 have voted")).to_be_visible()

        remote.get_by_role("button", name="Close the vote").click()
        remote.get_by_role("button", name="Go on voting").click()
        expect(bo.locator("[data-testid=stRadioOption]", has_text=RIGHT).get_by_role("radio")).to_be_checked()
        pick(bo, WRONG)
        room.press("Close and show results")
        expect(projector.locator(".ll-vote", has_text=WRONG).locator(".two")).to_have_text("100 %")


def test_double_click_opens_a_vote_and_does_not_close_it_again(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        room.press("Next step")
        at_step(guest, 2)
        room.host.get_by_role("button", name="Open the vote").dblclick(delay=20)
        pick(guest, RIGHT)
        expect(room.host.get_by_text("1 of 1 have voted")).to_be_visible()
        expect(room.host.get_by_role("button", name="Close the vote")).to_be_visible()


def test_space_pressed_twice_in_a_breath_opens_a_vote_and_the_next_space_closes_it(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        room.press("Next step")
        at_step(guest, 2)
        close = room.host.get_by_role("button", name="Close the vote")
        expect(room.host.get_by_role("button", name="Open the vote")).to_be_visible()
        room.host.evaluate(TWICE)
        expect(close).to_be_visible()
        pick(guest, RIGHT)
        expect(close).to_be_visible()
        room.host.wait_for_timeout(500)
        room.host.keyboard.press("Space")
        expect(room.host.get_by_text("100 % right in round 1.")).to_be_visible()


def test_who_hosts_another_workshop_chooses_its_agenda_and_is_not_led_back_to_the_report(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        host = room.host
        room.press("End")
        host.get_by_role("button", name="End the workshop").click()
        host.get_by_role("link", name="Host another workshop").click()
        host.get_by_role("button", name="See the report").wait_for()
        host.locator("[data-testid=stRadioOption]", has_text="20 min").first.click()
        expect(host).to_have_url(f"{app}/host?agenda=workshop-20")
        expect(host.get_by_role("heading", name="Host a workshop")).to_be_visible()
        host.go_back()
        expect(host).to_have_url(f"{app}/host")
        host.go_back()
        expect(host.get_by_text("The workshop has ended")).to_be_visible()
