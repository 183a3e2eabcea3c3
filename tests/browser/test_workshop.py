"""A whole workshop: one host, six participants, one late, one reloading, one roaming; and what the report says."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import DESK, Workshop, at_step, opened_workshop, pick

RIGHT, WRONG = "Fine-tuning", "RAG"


def test_whole_workshop_is_played_and_reported(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        people = [room.join(name) for name in ("Ada", "Ada", "Bo", "Cy")] + [room.join("Di", DESK)]
        expect(room.host.get_by_text("5 here")).to_be_visible()
        expect(people[1].get_by_text("Ada 2")).to_be_visible()

        room.host.keyboard.press("ArrowRight")
        for page in people:
            at_step(page, 2)
        expect(room.host.locator("h1")).to_be_visible()

        room.host.keyboard.press("Space")
        for page, words in zip(people, (RIGHT, WRONG, WRONG, WRONG, RIGHT), strict=True):
            pick(page, words)
        people[2].reload()
        expect(people[2].get_by_text(re.compile("Your pick: RAG"))).to_be_visible()
        late = room.join("Late")
        at_step(late, 2)
        pick(late, WRONG)
        people[3].get_by_role("button", name="Stop following").click()
        people[3].get_by_role("link", name="Training pipeline").click()
        expect(people[3].get_by_text(re.compile("The presenter is at"))).to_be_visible()

        room.press("Close the vote")
        expect(room.host.get_by_text("33 % right in round 1.")).to_be_visible()
        expect(room.host.get_by_text("Discuss in pairs")).to_be_visible()
        assert room.host.locator(".ll-vote").count() == 0
        expect(people[0].get_by_text("The vote is over.")).to_be_visible()

        vote_again_and_see(room, people, late)
        decide_ask_and_end(room, people, late)


def vote_again_and_see(room: Workshop, people: list[Page], late: Page) -> None:
    """The second round, and how people moved."""
    room.press("Open the second round")
    for page in (people[0], people[1], people[2], late):
        pick(page, RIGHT)
    room.press("Close the vote")
    room.host.keyboard.press("r")
    expect(room.host.locator(".ll-vote").first).to_be_visible()
    room.host.keyboard.press("b")
    expect(people[0].get_by_text("The screens are off for a moment.")).to_be_visible()
    room.host.keyboard.press("b")
    expect(room.host.get_by_text("33 to 100 %")).to_be_visible()
    expect(room.host.locator(".ll-fig", has_text="moved wrong to right").locator("b")).to_have_text("3")
    expect(people[0].get_by_text("Right answer").first).to_be_visible()


def decide_ask_and_end(room: Workshop, people: list[Page], late: Page) -> None:
    """The guide by majority, a question, the end."""
    room.host.keyboard.press("ArrowRight")
    room.press("Open the vote")
    for page in (people[0], people[1], late):
        pick(page, "It doesn't know my documents")
    pick(people[2], "It is too slow or too expensive")
    room.press("Take the majority")
    expect(room.host.locator("h1")).to_have_text("How much does the model need to know?")
    people[3].get_by_role("link", name="Back to the presenter").click()
    at_step(people[3], 3)

    people[4].locator("summary", has_text="Ask a question").click()
    people[4].get_by_label(re.compile("Your question")).fill("<b>Why</b> not *LoRA*?")
    people[4].get_by_role("button", name="Ask", exact=True).click()
    room.press("Questions 1")
    expect(room.host.locator(".ll p").get_by_text("<b>Why</b> not *LoRA*?")).to_be_visible()
    expect(room.host.get_by_role("button", name="Answered <b>Why</b> not *LoRA*?", exact=True)).to_be_visible()
    room.host.keyboard.press("Escape")

    room.host.get_by_role("button", name="End", exact=True).click()
    expect(room.host.get_by_text("You can reopen the room within a day.")).to_be_visible()
    at_step(people[0], 3)
    room.host.get_by_role("button", name="End the workshop").click()
    check_report(room)
    expect(people[0].get_by_text("You had every question right by the end.")).to_be_visible()
    people[3].get_by_role("button", name="Add what I missed to my review").click()
    expect(people[3].get_by_text("1 added")).to_be_visible()
    people[3].get_by_role("button", name="Answer this question now").click()
    expect(people[3].get_by_text("Missed in the workshop")).to_be_visible()
    expect(people[3].locator("[data-testid=stRadioOption]", has_text=RIGHT)).to_be_visible()


def check_report(room: Workshop) -> None:
    expect(room.host.get_by_text("6 people took part")).to_be_visible()
    cells = room.host.locator("tbody tr").first.locator("td")
    for place, words in ((2, "33 %"), (3, "100 %"), (4, "3"), (5, "0")):
        expect(cells.nth(place)).to_have_text(words)


def test_removed_person_is_told_and_cannot_come_back(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Eve")
        room.press("People 1")
        room.host.get_by_role("button", name="Remove").click()
        expect(guest.get_by_text("The host has removed you.")).to_be_visible()
        guest.goto(f"{app}/join?room={room.code}")
        guest.get_by_label("Your name").fill("Eve")
        guest.get_by_label("Your name").press("Enter")
        expect(guest.get_by_text(re.compile("removed you from this room"))).to_be_visible()


def test_participant_sees_no_host_page_of_the_room(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Eve")
        for address in (f"/host?room={room.code}", f"/host?room={room.code}&view=screen", f"/remote?room={room.code}"):
            guest.goto(app + address)
            guest.locator("h1").first.wait_for()
            assert guest.get_by_role("button", name=re.compile("Next step")).count() == 0
            assert guest.get_by_text("Join on your phone").count() == 0


def test_remote_leads_the_room_and_shows_the_notes(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        room.press("Links")
        screen = room.host.get_by_role("link", name="Open the audience's screen").get_attribute("href")
        assert screen == f"{app}/host?room={room.code}&view=screen"
        link = room.host.locator("code").first.inner_text()
        phone = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
        phone.goto(app + "/remote" + link.partition("/remote")[2])
        phone.get_by_role("button", name="Next step").click()
        at_step(guest, 2)
        at_step(room.host, 2)
        assert "key=" not in phone.url
        phone.go_back()
        assert "key=" not in phone.url
        phone.context.close()


@pytest.mark.parametrize("name", ["", "   ", "\u202e"])
def test_name_that_says_nothing_is_refused(chromium: Browser, app: str, name: str) -> None:
    with opened_workshop(chromium, app) as room:
        page = chromium.new_context().new_page()
        page.goto(f"{app}/join?room={room.code}")
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Join", exact=True).click()
        expect(page.get_by_text("Type a name that the others will see.")).to_be_visible()
        page.context.close()
