"""The speed, as a phone says it: a press lasts as long as the step that it was said of."""

from playwright.sync_api import Browser, expect

from tests.browser.workshop_room import at_step, opened_workshop


def test_too_fast_is_pressed_until_the_next_step_however_soon_it_comes(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Start the workshop")
        guest = room.join("Ada")
        too_fast = guest.get_by_role("radio", name="Too fast")
        for step in (2, 3):
            too_fast.click()
            expect(room.host.get_by_text("Too fast for 1, too slow for 0, of 1.")).to_be_visible()
            expect(too_fast).to_be_checked()
            room.press("Next step")
            at_step(guest, step)
            expect(too_fast).not_to_be_checked()
            expect(room.host.get_by_text("Too fast for 0, too slow for 0, of 1.")).to_be_visible()
