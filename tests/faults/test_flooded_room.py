"""Some flood their room with votes as fast as their sockets take them: another room goes on, and so does their own."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import websockets

from benchmarks.streamlit_client import Visitor
from benchmarks.workshop import PICK, filled, press_next
from components.label_text import label_text
from core.store.store import Store, open_store
from core.workshop import host
from core.workshop.vote_events import Voted
from tests.async_scene import played
from tests.browser.processes import processes

FLOODERS, PEOPLE, STEPS, WITHIN_S = 3, 4, 3, 2.0
PER_SECOND = 40
"""Presses of one flooder: some thirteen times what a person's acts are taken at."""


def test_flooded_room_stops_no_other(tmp_path: Path) -> None:
    with processes(1, None, tmp_path) as (server,):
        store = open_store(None, tmp_path)
        try:
            played(scene(store, server.address))
        finally:
            store.close()


async def scene(store: Store, address: str) -> None:
    async with (
        asyncio.timeout(60),
        filled(store, [address], FLOODERS) as flooded,
        filled(store, [address], PEOPLE) as calm,
    ):
        store.rooms.act(flooded.code, lambda one: host.show(one, "vote", datetime.now(UTC)))
        store.rooms.act(flooded.code, lambda one: host.open_vote(one, "vote", datetime.now(UTC)))
        await asyncio.gather(*(tab.refresh() for tab in flooded.people))
        await asyncio.gather(*(tab.sees("have voted") for tab in flooded.people))
        floods = [asyncio.create_task(flood(tab)) for tab in flooded.people]
        start = asyncio.get_running_loop().time()
        for step in range(2, STEPS + 2):
            assert max(await press_next(calm, step)) < WITHIN_S
        seconds = asyncio.get_running_loop().time() - start
        for task in floods:
            task.cancel()
        await asyncio.gather(*floods, return_exceptions=True)
        assert 0 < votes_taken(store, flooded.code) <= FLOODERS * (12 + 3 * (seconds + 3))


async def flood(tab: Visitor) -> None:
    """Changes a vote to and fro, with no regard for what the screen says."""
    with suppress(OSError, websockets.WebSocketException):
        for label in cycle((PICK, "Fine-tuning")):
            await tab.choose("vote-vote.1.pick", label_text(label))
            await asyncio.sleep(1 / PER_SECOND)


def votes_taken(store: Store, code: str) -> int:
    return len([event for event in store.rooms.events(code) if isinstance(event, Voted)])
