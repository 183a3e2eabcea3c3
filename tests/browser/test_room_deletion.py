"""A room that its host deletes, by keyboard, as all its screens see it: each is told at once, without a press."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import Workshop, opened_workshop


def _end(room: Workshop) -> None:
    room.host.get_by_role("button", name="End", exact=True).click()
    room.host.get_by_role("button", name="End the workshop").click()
    expect(room.host.get_by_role("heading", name="Delete this room")).to_be_visible()


def _delete(host: Page) -> None:
    host.get_by_role("button", name="Delete this room").focus()
    host.keyboard.press("Enter")
    expect(host.get_by_role("alert").filter(has_text="This deletes the report with 1 name")).to_be_focused()
    host.keyboard.press("Tab")
    expect(host.get_by_role("button", name="Delete it for good")).to_be_focused()
    host.keyboard.press("Enter")


def test_all_screens_of_a_deleted_room_are_told_at_once(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        phone, context = room.join("Ada"), room.host.context
        projector, remote = context.new_page(), context.new_page()
        projector.goto(f"{app}/host?room={room.code}&view=screen")
        remote.goto(f"{app}/remote?room={room.code}")
        elsewhere = phone.context.new_page()
        elsewhere.goto(f"{app}/pipeline")
        expect(remote.get_by_role("heading", level=1)).to_be_visible()
        expect(elsewhere.get_by_text("The presenter is at")).to_be_visible()
        _end(room)
        expect(projector.get_by_role("heading", level=1)).to_be_visible()
        _delete(room.host)
        expect(room.host.get_by_role("status").filter(has_text=f"Room {room.code} is deleted")).to_be_visible()
        expect(room.host.get_by_role("heading", level=1)).to_be_focused()
        expect(room.host).not_to_have_url(re.compile(room.code))
        for page in (phone, projector, remote):
            title = f"Room {room.code} has been deleted"
            expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        expect(elsewhere.get_by_text(f"Room {room.code} has been deleted.")).to_be_visible()
