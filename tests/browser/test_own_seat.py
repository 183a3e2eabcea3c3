"""A participant's own place on a phone, while the room goes on."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.workshop_room import at_step, opened_workshop

COVERED = """() => [...document.querySelectorAll(".st-key-room :is(h1, p, summary)")].filter((one) => {
  const box = one.getBoundingClientRect(), [x, y] = [box.left + 8, box.top + box.height / 2]
  const over = box.height && y > 0 && y < innerHeight && document.elementFromPoint(x, y)
  return over && !one.contains(over) && !over.contains(one)
}).map((one) => one.textContent)"""
"""What a participant's screen says where something else lies over it."""


def test_a_name_that_was_changed_covers_nothing_of_the_step_that_comes_next(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Start the workshop")
        guest = room.join("Ada Lovelase")
        guest.get_by_text("Change your name, or leave").click()
        guest.get_by_label("Your name", exact=True).fill("Ada Lovelace")
        guest.get_by_role("button", name="Change it").click()
        expect(guest.get_by_text("The others now see “Ada Lovelace”.")).to_be_visible()
        expect(guest.get_by_role("button", name="Change your name, or leave")).to_be_focused()
        room.press("Next step")
        at_step(guest, 2)
        guest.wait_for_timeout(500)
        assert guest.evaluate(COVERED) == []
        expect(guest.get_by_text("The others now see")).to_have_count(0)  # it was told; the next step is another matter


def test_link_beside_the_open_menu_leads_to_its_page(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        guest.get_by_role("button", name="Stop following").click()
        link = guest.get_by_role("link", name="Glossary")
        link.wait_for()
        guest.get_by_role("button", name="Change your name, or leave").click()
        expect(guest.get_by_role("button", name="Leave the room")).to_be_visible()
        link.click()
        expect(guest.get_by_role("heading", level=1, name="Takeaways and glossary")).to_be_visible()
        guest.wait_for_timeout(500)  # what the menu asked for comes after the page was drawn
        expect(guest).to_have_url(re.compile("/takeaways"))
        expect(guest.get_by_role("heading", level=1, name="Takeaways and glossary")).to_be_visible()
