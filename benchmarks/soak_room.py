"""A workshop of 15 that is held over and over: its host walks the agenda, opens and closes what it asks, ends it."""

import asyncio
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from websockets.exceptions import WebSocketException

from benchmarks.workshop import Filled, filled, press_next
from core.content.agendas import VoteStep
from core.content.models import Content
from core.store.store import Store
from core.workshop import host
from core.workshop.next_act import ActName, next_act
from core.workshop.room import Room

PEOPLE, STEP_S, ACT_S, AGAIN_S, PATIENCE_S = 15, 6.0, 3.0, 5.0, 30.0


@dataclass
class Held:
    """What came of all workshops: steps in s until the last screen had them, votes sent and counted."""

    workshops: int = 0
    steps_s: list[float] = field(default_factory=list)
    sent: int = 0
    counted: int = 0
    trouble: list[str] = field(default_factory=list)


@dataclass
class Hall:
    """Where workshops are held, and until when."""

    address: str
    store: Store
    content: Content
    until: float
    chance: random.Random


async def workshops(hall: Hall, held: Held) -> None:
    """One after the other, until the time is over; the last is left in the middle."""
    agenda = hall.content.agendas[0]
    while time.monotonic() < hall.until:
        try:
            async with filled(hall.store, [hall.address], PEOPLE, agenda) as room:
                await _walk(hall, held, room)
        except (OSError, TimeoutError, WebSocketException, KeyError) as error:
            held.trouble.append(f"room: {type(error).__name__} {error}")
            await asyncio.sleep(ACT_S)


async def _walk(hall: Hall, held: Held, room: Filled) -> None:
    steps = len(_now(hall, room).steps)
    for step in range(1, steps + 1):
        if step > 1:
            held.steps_s += [max(await press_next(room, step))]
        await asyncio.sleep(STEP_S)
        while time.monotonic() < hall.until and _waits(hall, room):
            await _act(hall, held, room)
        if time.monotonic() > hall.until:
            return
    hall.store.rooms.act(room.code, lambda one: host.close(one, datetime.now(UTC)))
    held.workshops += 1
    await asyncio.sleep(ACT_S)


async def _act(hall: Hall, held: Held, room: Filled) -> None:
    """The host's main button; when it opened a vote, everybody who can votes."""
    before = _now(hall, room)
    for tab in room.people:
        tab.choices.clear()
    await _press_until(room, lambda: _now(hall, room).version > before.version)
    await asyncio.sleep(ACT_S)
    ballot = _now(hall, room).open_ballot(datetime.now(UTC))
    if ballot is None:
        return
    key = f"vote-{ballot.id}.pick"
    voters = [tab for tab in room.people if tab.choices.get(key)]
    for tab in voters:
        await tab.choose(key, hall.chance.choice(tab.choices[key]))
        await asyncio.sleep(ACT_S / PEOPLE)
    held.sent += len(voters)
    await _until(lambda: len(_now(hall, room).ballots[ballot.id].picks) >= len(voters))
    held.counted += len(_now(hall, room).ballots[ballot.id].picks)


def _waits(hall: Hall, room: Filled) -> bool:
    """Whether there is something to do; a vote that nobody can take part in here is not opened again and again."""
    now, one = datetime.now(UTC), _now(hall, room)
    if isinstance(one.step, VoteStep) and one.is_unheard(one.step, now):
        return False
    return next_act(hall.content, one, now) is not None


async def _press_until(room: Filled, true: Callable[[], bool]) -> None:
    """Presses the main button, and again a while later when nothing came of it: a late vote may have made a tie."""
    start = time.monotonic()
    while not true():
        if time.monotonic() - start > PATIENCE_S:
            raise TimeoutError("what the host pressed did not show in the room")
        key = room.host.latest([f"room-{name}" for name in ActName])
        if key:
            await room.host.press(key)
        with suppress(TimeoutError):
            await _until(true, AGAIN_S)


def _now(hall: Hall, room: Filled) -> Room:
    found = hall.store.rooms.find(room.code)
    assert found
    return found


async def _until(true: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    start = time.monotonic()
    while not true():
        if time.monotonic() - start > patience_s:
            raise TimeoutError("what was sent did not arrive in the room")
        await asyncio.sleep(0.3)
