"""A host hears of people who come and go, from the screens of this process and of another, and of nothing else."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

import pytest

from core.store.errors import StoreError
from core.store.store import Store, open_store
from core.web.hub import Hub, Listener
from core.web.presence import Presence
from core.workshop import host
from tests.async_scene import played
from tests.unit.workshop.small_room import AGENDA, START, later

CODE, BEAT_S = "ABC-234", 0.02
HUNDRED = [f"p{number}" for number in range(100)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None, tmp_path)
    opened.rooms.open(CODE, "key", "host", host.NewRoom(AGENDA), START)
    yield opened
    opened.close()


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> datetime:
        return later(self.seconds)


async def wakes(listener: Listener, wait_s: float = 40 * BEAT_S) -> int:
    """How often a listener is woken until it has been quiet for a while."""
    count = 0
    while True:
        try:
            await asyncio.wait_for(listener.next_version(), wait_s)
        except TimeoutError:
            return count
        count += 1


async def here_at_last(hub: Hub, *wanted: str, wait_s: float = 30) -> frozenset[str] | None:
    """Who is here once it is those that are wanted; on a busy machine a beat takes its time."""
    with suppress(TimeoutError):
        async with asyncio.timeout(wait_s):
            while hub.here(CODE) != frozenset(wanted):
                await asyncio.sleep(BEAT_S)
    return hub.here(CODE)


def here(store: Store, clock: Clock) -> set[str]:
    """Who was seen in the last 40 s."""
    return set(store.seen.since([CODE], later(clock.seconds - 40)).get(CODE, {}))


def test_host_is_woken_when_somebody_has_gone_and_not_by_beats_that_change_nothing(store: Store) -> None:
    clock = Clock()

    async def scene() -> tuple[list[int], list[set[str]]]:
        hub = Hub()
        presence = Presence(lambda: store, hub, clock, beat_s=BEAT_S)
        with ExitStack() as stack:
            of_host = stack.enter_context(hub.listening(CODE))
            stack.enter_context(presence.held(CODE, None, watches=True))
            stack.enter_context(presence.held(CODE, "ada", watches=False))
            with presence.held(CODE, "bo", watches=False):
                found, known = [await wakes(of_host)], [here(store, clock)]
                found.append(await wakes(of_host))
            clock.seconds += 39
            found.append(await wakes(of_host))
            clock.seconds += 2
            return [*found, await wakes(of_host)], [*known, here(store, clock)]

    woken, known = played(scene())
    assert 1 <= woken[0] <= 2, "the first beat, and the one that has both"
    assert woken[1:] == [0, 0, 1]
    assert known == [{"ada", "bo"}, {"ada"}]


def test_person_on_another_process_is_seen_and_missed(store: Store) -> None:
    clock = Clock()

    async def scene() -> list[int]:
        hub, other = Hub(), Presence(lambda: store, Hub(), clock, beat_s=BEAT_S)
        presence = Presence(lambda: store, hub, clock, beat_s=BEAT_S)
        with hub.listening(CODE) as of_host, presence.held(CODE, None, watches=True):
            found = [await wakes(of_host)]
            with other.held(CODE, "ada", watches=False):
                found.append(await wakes(of_host))
            clock.seconds += 41
            return [*found, await wakes(of_host)]

    assert played(scene()) == [1, 1, 1]


def test_hub_knows_who_is_here_on_every_process_while_a_screen_of_the_room_is_open(store: Store) -> None:
    clock = Clock()

    async def scene() -> list[frozenset[str] | None]:
        hub, other = Hub(), Presence(lambda: store, Hub(), clock, beat_s=BEAT_S)
        presence = Presence(lambda: store, hub, clock, beat_s=BEAT_S)
        with ExitStack() as stack:
            found = [hub.here(CODE)]
            stack.enter_context(presence.held(CODE, "ada", watches=False))
            with other.held(CODE, "bo", watches=False):
                found.append(await here_at_last(hub, "ada", "bo"))
            clock.seconds += 41
            found.append(await here_at_last(hub, "ada"))
        await asyncio.sleep(0)
        return [*found, hub.here(CODE)]

    assert played(scene()) == [None, {"ada", "bo"}, {"ada"}, None]


def test_the_many_are_not_woken_and_a_hundred_are_one_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[int] = []
    mark = store.seen.mark
    monkeypatch.setattr(store.seen, "mark", lambda people, now: (batches.append(len(people)), mark(people, now)))

    async def scene() -> int:
        hub = Hub()
        presence = Presence(lambda: store, hub, Clock(), beat_s=BEAT_S)
        with hub.listening(CODE, in_turn=True) as phone, ExitStack() as stack:
            for person in HUNDRED:
                stack.enter_context(presence.held(CODE, person, watches=False))
            return await wakes(phone, 10 * BEAT_S)

    assert played(scene()) == 0
    assert set(batches) == {100} and len(batches) <= 12


def test_heartbeat_goes_on_after_the_store_has_failed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise StoreError("lost", passing=True)

    async def scene() -> list[int]:
        hub = Hub()
        presence = Presence(lambda: store, hub, Clock(), beat_s=BEAT_S)
        with hub.listening(CODE) as of_host, presence.held(CODE, None, watches=True):
            with monkeypatch.context() as patch:
                patch.setattr(store.seen, "mark", lost)
                found = [await wakes(of_host)]
            return [*found, await wakes(of_host)]

    assert played(scene()) == [0, 1]


def test_nothing_beats_when_the_last_screen_has_gone(store: Store) -> None:
    async def scene() -> int:
        presence = Presence(lambda: store, Hub(), Clock(), beat_s=BEAT_S)
        with presence.held(CODE, "ada", watches=False):
            await asyncio.sleep(BEAT_S)
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert played(scene()) == 1


def test_who_comes_back_to_a_room_that_had_emptied_is_seen_at_once_while_another_room_goes_on(store: Store) -> None:
    clock = Clock()

    async def scene() -> list[frozenset[str] | None]:
        hub = Hub()
        presence = Presence(lambda: store, hub, clock, beat_s=1000)
        presence._soon_s = BEAT_S
        with presence.held("XYZ-987", "eve", watches=False):
            with presence.held(CODE, "ada", watches=False):
                found = [await here_at_last(hub, "ada")]
            clock.seconds += 41
            with presence.held("XYZ-987", "fay", watches=False):
                while hub.here(CODE) is not None:
                    await asyncio.sleep(BEAT_S)
            with presence.held(CODE, "ada", watches=False):
                return [*found, await here_at_last(hub, "ada", wait_s=10)]

    assert played(scene()) == [{"ada"}, {"ada"}]
