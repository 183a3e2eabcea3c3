"""A host's presses: two in a breath are one, and the focus goes on from a button that has gone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import PHONE, Workshop, at_step, opened_workshop

HELD = """(button) => {
  const down = (repeat) => button.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true }))
  return [down(false), down(true)]
}"""


def remote_of(room: Workshop) -> Page:
    """The host's phone."""
    page = room.host.context.new_page()
    page.set_viewport_size(PHONE)
    page.goto(f"{room.addresses[0]}/remote?room={room.code}")
    at_step(page, 1)
    return page


@pytest.mark.parametrize("apart_ms", [20, 250], ids=["before the page is drawn", "once it is drawn"])
def test_double_tap_on_the_remote_goes_on_one_step(chromium: Browser, app: str, apart_ms: int) -> None:
    with opened_workshop(chromium, app) as room:
        remote = remote_of(room)
        box = remote.get_by_role("button", name="Next step").bounding_box()
        assert box
        for wait in (apart_ms, 0):
            remote.mouse.click(box["x"] + 40, box["y"] + 40)
            remote.wait_for_timeout(wait)
        at_step(remote, 2)
        at_step(room.host, 2)
        remote.wait_for_timeout(1_500)
        at_step(remote, 2)
        remote.get_by_role("button", name="Next step").click()
        at_step(remote, 3)


def test_press_of_the_remote_that_was_meant_for_another_step_does_nothing(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        remote = remote_of(room)
        remote.get_by_role("button", name="Next step").evaluate("button => { button.click(); button.click() }")
        at_step(remote, 2)
        remote.wait_for_timeout(1_500)
        at_step(remote, 2)
        at_step(room.host, 2)


def test_focus_goes_from_a_pressed_button_to_the_one_that_takes_its_place(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        remote = remote_of(room)
        room.press("Next step")
        for page in (room.host, remote):
            at_step(page, 2)
        for page, presses in ((room.host, ("Open the vote", "Close the vote")), (remote, ("Open the second round",))):
            for name in presses:
                button = page.get_by_role("button", name=name, exact=True)
                expect(button).to_be_visible()
                page.wait_for_timeout(500)  # a host who presses in a breath is not meant
                button.press("Enter")
                expect(button).to_have_count(0)
                expect(page.locator("[data-testid=stBaseButton-primary]:focus")).to_have_count(1)
        expect(remote.get_by_role("button", name="Close the vote")).to_be_focused()


def test_enter_that_is_held_down_does_one_thing(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Next step")
        button = room.host.get_by_role("button", name=re.compile("^Open the vote"))
        expect(button).to_be_visible()
        assert button.evaluate(HELD) == [True, False]
