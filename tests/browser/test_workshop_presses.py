"""A host's presses: two in a breath are one, and the focus goes on from a button that has gone."""

import re

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.workshop_room import PHONE, Workshop, at_step, opened_workshop, pick

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


class SlowLine:
    """The line of a phone to its page's server: what the server says can be held on its way, while it hears on."""

    def __init__(self, page: Page) -> None:
        self._held: list[str | bytes] | None = None
        self._phone: WebSocketRoute | None = None
        page.route_web_socket(re.compile("/_stcore/stream"), self._take)

    def _take(self, phone: WebSocketRoute) -> None:
        server, self._phone = phone.connect_to_server(), phone
        server.on_message(lambda said: phone.send(said) if self._held is None else self._held.append(said))

    def hold(self) -> None:
        """From now on the phone hears nothing."""
        self._held = []

    def let_go(self) -> None:
        """It hears all that was said meanwhile."""
        said, self._held = self._held or [], None
        for one in said:
            assert self._phone
            self._phone.send(one)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("", "That vote had ended before you picked, so this pick does not count."),
        ("Fine-tuning", "That vote had ended. Your pick in it: Fine-tuning."),
    ],
    ids=["none before", "another before"],
)
def test_tap_in_the_form_of_a_round_that_has_ended_is_told_not_to_count(
    chromium: Browser, app: str, before: str, words: str
) -> None:
    """A phone back from sleep shows that form until it has heard of the next."""
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        line = SlowLine(guest)
        guest.reload()
        room.press("Next step")
        at_step(guest, 2)
        room.press("Open the vote")
        row = guest.locator("[data-testid=stRadioOption]", has_text="RAG")
        row.wait_for()
        if before:
            pick(guest, before)
        line.hold()
        room.press("Close the vote")
        room.press("Open the second round")
        expect(room.host.get_by_text("Round 2, open")).to_be_visible()
        guest.wait_for_timeout(1_000)  # the phone has asked for what is new, and hears of it late
        row.click()
        line.let_go()
        told = guest.get_by_text(words)
        expect(told).to_be_visible()
        # a pick that counts is no error
        expect(guest.locator(".ll-error", has_text=words)).to_have_count(0 if before else 1)
        expect(row.get_by_role("radio")).not_to_be_checked()
        pick(guest, "RAG")
        expect(told).to_have_count(0)
