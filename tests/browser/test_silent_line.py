"""A line over which nothing passes any more, though nobody has closed it: that is told, and nothing is lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.contexts import lent_context
from tests.browser.practised import Practised
from tests.browser.silent_network import silent_network
from tests.browser.workshop_room import DESK, PHONE, at_step, opened_workshop, pick

TOLD_WITHIN_MS = 20_000
"""Six to nine seconds on a quiet machine."""
BACK_MS = 60_000
BEATEN = "new Promise(on => setTimeout(on, 4_000))"
"""Until a screen has heard a beat: only then does it miss them."""
LOST = "[data-testid=stApp][data-ll-silent]"
WELL = "[data-test-connection-state=CONNECTED]:not([data-ll-asks]):not([data-ll-silent])"


def is_told(page: Page) -> None:
    expect(page.locator(".ll-silent")).to_contain_text("The server does not answer.", timeout=TOLD_WITHIN_MS)


def is_well(page: Page) -> None:
    page.locator(WELL).wait_for(timeout=BACK_MS)
    expect(page.locator(".ll-silent")).to_be_empty()


BACK = pytest.mark.parametrize("old_are_lost", [False, True], ids=["the line comes back", "another line is taken"])


@BACK
def test_phone_in_a_room_is_told_though_nobody_presses_and_its_vote_counts(
    chromium: Browser, app: str, old_are_lost: bool
) -> None:
    with silent_network(app) as network, opened_workshop(chromium, network.address) as room:
        guest = room.join("Ada")
        room.host.goto(room.host.url.replace(network.address, app))
        room.press("Next step")
        at_step(room.host, 2)
        room.press("Open the vote")
        pick(guest, "RAG")
        guest.evaluate(BEATEN)
        network.fall_silent()
        is_told(guest)
        guest.locator("[data-testid=stRadioOption]", has_text="Fine-tuning").click()
        room.press("30 s more")
        network.speak_again(old_are_lost=old_are_lost)
        expect(guest.get_by_text(re.compile("Your pick: Fine-tuning"))).to_be_visible(timeout=BACK_MS)
        is_well(guest)
        room.press("Close the vote")
        expect(guest.get_by_text("The vote is over.")).to_be_visible()
        expect(room.host.get_by_text("100 % right in round 1.")).to_be_visible()


@BACK
def test_press_that_gets_no_answer_is_told_and_the_one_after_it_waits_for_the_line(
    chromium: Browser, app: str, old_are_lost: bool
) -> None:
    with silent_network(app) as network, lent_context(chromium) as context:
        tab = Practised(context.new_page(), network.address).open("/pipeline?step=sft")
        network.fall_silent()
        tab.page.locator(".node[data-id=base-model]").click()
        is_told(tab.page)
        tab.page.get_by_role("button", name=re.compile("^Next")).first.click()
        network.speak_again(old_are_lost=old_are_lost)
        is_well(tab.page)
        tab.wait_for_params(step="instruction-tuned" if old_are_lost else "sft")


def test_page_whose_machine_is_offline_says_so_at_once(chromium: Browser, app: str) -> None:
    with lent_context(chromium) as context:
        tab = Practised(context.new_page(), app).open("/pipeline")
        context.set_offline(True)
        is_told(tab.page)
        context.set_offline(False)
        is_well(tab.page)


def test_server_that_is_only_slow_is_not_said_to_be_lost(chromium: Browser, app: str) -> None:
    with lent_context(chromium) as context:
        tab = Practised(context.new_page(), app).open("/pipeline")
        with tab.page.expect_response(re.compile("/_stcore/health")):
            tab.page.evaluate("document.dispatchEvent(new Event('ll-overdue'))")
        expect(tab.page.locator(LOST)).to_have_count(0)
        is_well(tab.page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["laptop", "phone"])
def test_host_is_told_beside_the_buttons_and_not_of_answers(
    chromium: Browser, app: str, viewport: dict[str, int]
) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size(viewport)
        room.host.context.set_offline(True)
        is_told(room.host)
        line, buttons = room.host.locator(".ll-silent"), room.host.locator(".st-key-room-controls")
        expect(line).not_to_contain_text("answered")
        ends, begins = buttons.bounding_box(), line.bounding_box()
        assert ends and begins and ends["y"] + ends["height"] <= begins["y"]
        room.host.context.set_offline(False)
        is_well(room.host)
