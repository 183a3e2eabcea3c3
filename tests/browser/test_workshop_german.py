"""A host who leads in German, or changes the language of the page before opening a room."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import at
from tests.browser.contexts import lent_context
from tests.browser.seeded_rooms import HOST, RESULTS
from tests.browser.visit import Visit
from tests.browser.workshop_room import DESK


def test_change_of_language_keeps_the_agenda_and_opens_a_room_in_that_language(chromium: Browser, app: str) -> None:
    with lent_context(chromium, viewport=DESK) as context:
        host = context.new_page()
        host.goto(f"{app}/host")
        row = host.locator("[data-testid=stRadioOption]").nth(1)
        row.click()
        expect(host.get_by_text("What happens: 5 steps")).to_be_visible()
        host.get_by_role("button", name="Deutsch").first.click()
        expect(host.get_by_text("Was darin geschieht: 5 Schritte")).to_be_visible()
        expect(row.get_by_role("radio")).to_be_checked()
        host.get_by_role("button", name="Raum öffnen").click()
        code = host.locator(".ll-join-code").inner_text()
        with lent_context(chromium) as other:
            guest = other.new_page()
            guest.goto(f"{app}/join?room={code}")
            expect(guest.get_by_text("Workshop beitreten")).to_be_visible()


def test_presenters_menus_stand_in_one_row_on_a_tablet_too(chromium: Browser, app: str) -> None:
    with lent_context(chromium, viewport=DESK) as context:
        host = context.new_page()
        host.goto(f"{app}/host?lang=de")
        host.get_by_role("button", name="Raum öffnen").click()
        menus = host.locator(".st-key-room-tools [data-testid=stPopoverButton]")
        expect(menus).to_have_count(5)
        for width in (900, 820, 768):
            host.set_viewport_size({"width": width, "height": 1024})
            host.wait_for_function(_ONE_ROW)


_ONE_ROW = """() => new Set([...document.querySelectorAll('.st-key-room-tools [data-testid=stPopoverButton]')]
  .map(menu => menu.getBoundingClientRect().top)).size === 1"""


@pytest.mark.parametrize("context_options", [at(1024, 768), at(800, 600)], ids=["old projector", "smallest projector"])
def test_numbers_of_two_rounds_lie_beside_each_other_on_a_small_projector(visit: Visit) -> None:
    visit.open(f"/host?room={RESULTS}&view=screen&lang=de#{HOST}")
    numbers = visit.page.locator(".ll-figs .ll-fig b")
    expect(numbers).to_have_text(["von 33 auf 67 %", "1", "0"])
    (_, first), (second, _), _ = numbers.evaluate_all(_TEXT_ENDS)
    assert second - first >= 16


_TEXT_ENDS = """all => all.map(one => {
  const words = document.createRange(); words.selectNodeContents(one);
  const box = words.getBoundingClientRect(); return [box.left, box.right] })"""
