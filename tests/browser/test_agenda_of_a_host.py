"""The agenda of a host: on a phone, on paper, from the menu of a room, and taken along into the next room."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import at
from tests.browser.visit import Visit
from tests.browser.workshop_room import opened_workshop

PLAN = "/host?agenda=workshop-45&view=plan"


def test_no_step_begins_at_the_foot_of_a_sheet_and_no_button_is_printed(visit: Visit) -> None:
    visit.open(PLAN)
    visit.page.emulate_media(media="print")
    expect(visit.page.get_by_role("button", name="Print")).to_be_hidden()
    expect(visit.page.get_by_text("Printed from")).to_be_visible()
    for head in visit.page.locator(".ll-plan-step > :first-child").all():
        expect(head).to_have_css("break-inside", "avoid")
        assert head.locator("h2").count() == 1 and head.get_by_text("Notes", exact=True).count() == 1
    sheets = visit.page.pdf(format="A4").count(b"/Type /Page\n")
    assert 4 <= sheets <= 7


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_plan_is_no_wider_than_a_phone(visit: Visit) -> None:
    visit.open(PLAN)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_host_opens_the_plan_in_a_window_of_its_own_and_people_see_none(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        phone = room.join("Ada")
        room.host.get_by_role("button", name="Agenda").click()
        with room.host.context.expect_page() as opened:
            room.host.get_by_role("link", name="Print it with notes and answers").click()
        expect(opened.value.get_by_text(f"with the code {room.code}")).to_be_visible()
        expect(opened.value.get_by_role("heading", name="2. Vote: the rules stand still")).to_be_visible()
        phone.goto(f"{app}/host?room={room.code}&view=plan")
        expect(phone.get_by_text("This browser does not host that room.")).to_be_visible()
        expect(phone.locator(".ll-plan-step")).to_have_count(0)
        phone.goto(f"{app}/join?room={room.code}&view=plan")
        expect(phone.get_by_text("Step 1 of 5")).to_be_visible()
        expect(phone.locator(".ll-plan-step")).to_have_count(0)


def test_agenda_of_a_rehearsal_is_opened_again_the_next_day(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.join("Ada")
        room.host.get_by_role("button", name="Agenda").click()
        room.host.get_by_role("button", name="Leave out Vote: before the first prompt").click()
        expect(room.host.get_by_role("button", name="Put back Vote: before the first prompt")).to_be_visible()
        room.host.goto(f"{app}/host")
        expect(
            room.host.get_by_text(re.compile(rf"As in your room {room.code} of .*: 1 step left out"))
        ).to_be_visible()
        room.host.locator("[data-testid=stRadioOption]", has_text="18 min").click()
        expect(room.host.get_by_text("What happens: 4 steps")).to_be_visible()
        room.host.get_by_role("button", name="Open a room").click()
        expect(room.host.get_by_text("Step 1 of 4")).to_be_visible()
        assert room.host.locator(".ll-join-code").inner_text() != room.code
        expect(room.host.get_by_text("0 here")).to_be_visible()


def test_minutes_that_are_set_in_the_agenda_are_what_the_clock_counts_to(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        expect(room.host.get_by_text("0:00 of 2:00")).to_be_visible()
        room.host.get_by_role("button", name="Agenda").click()
        field = room.host.get_by_label("Minutes for “The ladder”")
        field.fill("5")
        field.press("Enter")
        expect(room.host.get_by_text("0:00 of 5:00")).to_be_visible()
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport()


def test_minutes_are_what_the_room_has_when_they_are_emptied_and_when_the_menu_opens_again(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        menu, field = room.host.get_by_role("button", name="Agenda"), room.host.get_by_label("Minutes for “The ladder”")
        menu.click()
        expect(room.host.get_by_test_id("stNumberInputClearButton").first).to_be_hidden()
        field.fill("")
        field.press("Enter")
        expect(field).to_have_value("2")
        room.host.keyboard.press("Escape")
        expect(field).to_be_hidden()
        menu.click()
        expect(field).to_have_value("2")
        expect(room.host.get_by_text("0:00 of 2:00")).to_be_visible()


def test_minutes_that_no_step_takes_are_refused_in_words_and_the_field_says_again_what_is_planned(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.get_by_role("button", name="Agenda").click()
        field, refused = room.host.get_by_label("Minutes for “The ladder”"), room.host.get_by_text("at least half a")
        for typed in ("", "0", "1e9"):
            field.fill(typed)
            field.press("Enter")
            expect(refused).to_be_visible()
            expect(field).to_have_value("2")
        field.fill("5")
        field.press("Enter")
        expect(refused).to_have_count(0)
        expect(field).to_be_focused()  # what was refused stood above, and its going leaves the menu as it is
        expect(room.host.get_by_text("0:00 of 5:00")).to_be_visible()
