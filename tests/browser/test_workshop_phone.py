"""The presenter's page on a phone: the step before what stands beside it on a desk."""

from playwright.sync_api import Browser, Page

from tests.browser.workshop_room import PHONE, at_step, opened_workshop


def top(page: Page, hook: str) -> float:
    """How far down something begins."""
    return float(page.locator(hook).first.evaluate("one => one.getBoundingClientRect().top"))


def test_step_comes_before_notes_and_figure(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        assert top(room.host, ".ll-join") < top(room.host, ".st-key-strip-notes")
        room.host.set_viewport_size(PHONE)
        for step, beside in ((1, ".st-key-strip-notes"), (2, ".st-key-strip-notes"), (3, ".st-key-room-figure")):
            at_step(room.host, step)
            room.host.wait_for_timeout(300)
            assert top(room.host, ".st-key-room-screen h1") < top(room.host, beside)
            room.press("Next step")
