"""Screens of a room that lose their socket, or whose server loses its store: they ask by themselves, and come back."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.server import free_port, running_app
from tests.browser.workshop_room import Workshop, at_step, opened_workshop, pick

SLOW_MS = 10_000
"""How often a screen without a socket asks, as follow.js has it."""


@dataclass
class Line:
    """The line to the room's socket, which can be cut."""

    cut: bool = False
    refused: int = 0
    open: list[WebSocketRoute] = field(default_factory=list)

    def take(self, socket: WebSocketRoute) -> None:
        """Lets a socket through, or refuses it."""
        if self.cut:
            self.refused += 1
            socket.close(code=4403)
        else:
            socket.connect_to_server()
            self.open.append(socket)


@contextmanager
def cut_off(chromium: Browser, app: str) -> Iterator[tuple[Workshop, Page, Line]]:
    """A room at its second step, and a guest in it whose socket has just been cut."""
    with opened_workshop(chromium, app) as room:
        guest, line = room.join("Ada"), Line()
        guest.route_web_socket(re.compile("/api/rooms/"), line.take)
        guest.clock.install()
        guest.reload()
        at_step(guest, 1)
        room.press("Next step")
        at_step(guest, 2)  # by the socket
        line.cut = True
        line.open[-1].close(code=1012)
        yield room, guest, line


def test_screen_without_a_socket_asks_every_ten_seconds_and_listens_again(chromium: Browser, app: str) -> None:
    with cut_off(chromium, app) as (room, guest, line):
        room.press("Next step")
        at_step(room.host, 3)
        guest.clock.fast_forward(SLOW_MS)
        at_step(guest, 3)
        assert line.refused > 0
        room.press("Previous")
        at_step(room.host, 2)
        line.cut = False
        guest.evaluate("window.dispatchEvent(new Event('online'))")
        at_step(guest, 2)
        room.press("Previous")
        at_step(guest, 1)
        assert len(line.open) == 2


def test_screen_without_a_socket_goes_on_asking_when_nothing_was_new(chromium: Browser, app: str) -> None:
    with cut_off(chromium, app) as (room, guest, _):
        for _ in range(3):  # a moment at which a new socket is just being opened asks nothing
            guest.clock.fast_forward(SLOW_MS)
            guest.wait_for_timeout(700)
        room.press("Next step")
        at_step(room.host, 3)
        for _ in range(3):
            guest.clock.fast_forward(SLOW_MS)
            guest.wait_for_timeout(700)
        at_step(guest, 3)


def test_room_whose_store_is_gone_says_so_and_comes_back_by_itself(chromium: Browser, tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as address, opened_workshop(chromium, address) as room:
        guest = room.join("Ada")
        room.host.keyboard.press("ArrowRight")
        at_step(guest, 2)
        room.host.keyboard.press("Space")
        pick(guest, "RAG")
        move(tmp_path, "rooms", "rooms_away")
        room.press("Close the vote")
        expect(room.host.get_by_text("The store failed").first).to_be_visible()
        at_step(room.host, 2)
        guest.reload()
        expect(guest.get_by_text("The store failed").first).to_be_visible()
        move(tmp_path, "rooms_away", "rooms")
        for page in (room.host, guest):
            expect(page.get_by_text("The store failed")).to_have_count(0)
        expect(guest.get_by_text(re.compile("Your pick: RAG"))).to_be_visible()
        room.press("Close the vote")
        expect(guest.get_by_text("The vote is over.")).to_be_visible()


def move(data: Path, table: str, name: str) -> None:
    """Gives a table of the store another name, under the server's feet."""
    with closing(sqlite3.connect(data / "learners.db", timeout=10)) as database:
        database.execute("pragma legacy_alter_table = on")
        database.execute(f"alter table {table} rename to {name}")


def test_server_that_was_started_again_has_its_room_followed_and_asked(chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    with ExitStack() as room_open:
        with running_app(LLM_LADDER_DATA=str(tmp_path), port=port) as address:
            room = room_open.enter_context(opened_workshop(chromium, address))
            guest = room.join("Ada")
            room.host.keyboard.press("ArrowRight")
            at_step(guest, 2)
        with running_app(LLM_LADDER_DATA=str(tmp_path), port=port):
            expect(room.host.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
            expect(guest.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
            guest.locator("summary", has_text="Ask a question").click()
            expect(guest.get_by_label(re.compile("Your question"))).to_be_visible()
            room.press("Previous")
            at_step(guest, 1)
