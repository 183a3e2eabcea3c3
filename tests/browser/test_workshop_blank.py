"""Blank and light again, as fast as somebody presses: nothing that is on its way to a screen misses its place."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch
from tests.browser.workshop_room import Workshop, at_step, opened_workshop

TIMES = 10
FIGURE = "[class*=st-key-room-figure]"


@pytest.mark.parametrize(("agenda", "step"), [("How LLMs are trained", 2), ("twenty", 3)], ids=["diagram", "guide"])
def test_blank_is_pressed_ten_times_and_the_screens_stay_whole(
    chromium: Browser, app: str, agenda: str, step: int
) -> None:
    watch = Watch(app)
    with opened_workshop(chromium, app, agenda=agenda) as room:
        screen = room.host.context.new_page()
        screen.goto(f"{app}/host?room={room.code}&view=screen")
        screen.locator("h1").first.wait_for()
        for page in (room.host, screen):
            watch.follow(page)
        room.host.bring_to_front()
        for number in range(2, step + 1):
            room.press("Next step")
            at_step(room.host, number)
        expect(room.host.locator(FIGURE)).to_be_visible()
        for press in range(TIMES):
            room.host.keyboard.press("b")
            room.host.wait_for_timeout(300 if press % 2 else 700)
        check_blank(room, screen)
    assert watch.errors == []


def check_blank(room: Workshop, screen: Page) -> None:
    """After an even number of presses all is there; after one more only the presenter's notes are."""
    for page in (room.host, screen):
        expect(page.locator(FIGURE)).to_be_visible()
    room.host.keyboard.press("b")
    for page in (room.host, screen):
        expect(page.get_by_role("heading", name="Back in a moment")).to_be_visible()
        expect(page.locator(FIGURE)).to_be_hidden()
        expect(page.locator("h1")).to_have_count(2)
        expect(page.locator("h1").nth(1)).to_be_hidden()
    expect(room.host.get_by_text("Notes", exact=True)).to_be_visible()
    room.host.get_by_role("button", name="Turn screens on").click()
    expect(screen.locator(FIGURE)).to_be_visible()


def test_phone_has_its_heading_where_it_was_while_the_screens_are_off(chromium: Browser, app: str) -> None:
    """It stood close below the line that says where one is, and its words close below it."""
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        heading = "() => { const one = document.querySelector('h1'); return [one.offsetTop, one.offsetHeight] }"
        stood = guest.evaluate(heading)
        room.host.keyboard.press("b")
        guest.get_by_role("heading", name="Look at the presenter").wait_for()
        assert guest.evaluate(heading) == stood
