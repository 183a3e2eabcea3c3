"""The code for another device, on a page that stays open."""

from playwright.sync_api import WebSocket, expect

from tests.browser.server import VETERAN
from tests.browser.test_learner_data import offered_code
from tests.browser.visit import Visit

WATCHED_MS = 3_000
"""While a code is good, its clock asks the server every second."""


def test_page_asks_nothing_more_once_its_code_was_replaced(visit: Visit) -> None:
    sent: list[str | bytes] = []

    def note(frame: str | bytes) -> None:
        sent.append(frame)

    def follow(socket: WebSocket) -> None:
        socket.on("framesent", note)

    visit.page.on("websocket", follow)
    visit.open(f"/progress#{VETERAN}")
    offered_code(visit)
    sent.clear()
    visit.page.wait_for_timeout(WATCHED_MS)
    assert len(sent) >= 2
    offered_code(Visit(visit.page.context.new_page(), visit.app).open("/progress"))
    expect(visit.page.get_by_text("replaced by a newer one")).to_be_visible()
    visit.settle()
    visit.page.wait_for_timeout(500)
    sent.clear()
    visit.page.wait_for_timeout(WATCHED_MS)
    assert sent == []
