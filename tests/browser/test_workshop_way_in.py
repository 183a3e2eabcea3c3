"""The way into a room by keyboard: what is refused leads to the field to mend."""

import pytest
from playwright.sync_api import expect

from tests.browser.seeded_rooms import ENDED, LOBBY
from tests.browser.visit import Visit


@pytest.mark.parametrize(
    ("code", "name", "pressed_in", "led_to"),
    [
        (LOBBY, "", "Code", "Your name"),
        (LOBBY, "x" * 33, "Code", "Your name"),
        ("", "Ada", "Your name", "Code"),
        ("", "", "Your name", "Code"),
        ("ZZZ-999", "Ada", "Your name", "Code"),
        (ENDED, "Ada", "Your name", "Your name"),
    ],
    ids=["no name", "long name", "no code", "nothing", "no such room", "refused whatever is typed"],
)
def test_refusal_leads_to_the_field_to_mend(visit: Visit, code: str, name: str, pressed_in: str, led_to: str) -> None:
    visit.open("/join")
    for label, typed in (("Code", code), ("Your name", name)):
        visit.page.get_by_label(label).fill(typed)
    visit.page.get_by_label(pressed_in).press("Enter")
    expect(visit.page.get_by_role("alert")).to_be_visible()
    visit.page.wait_for_timeout(400)
    expect(visit.page.get_by_label(led_to)).to_be_focused()


def test_second_refusal_leads_there_again(visit: Visit) -> None:
    visit.open("/join")
    visit.page.get_by_label("Code").fill(LOBBY)
    for _ in range(2):
        visit.page.get_by_label("Code").press("Enter")
        expect(visit.page.get_by_label("Your name")).to_be_focused()
