"""The hub wakes each listener of a room once, with the latest version, from any thread."""

import asyncio
import threading
from contextlib import ExitStack

from core.web.hub import APART_S, Hub
from tests.async_scene import played


def test_listener_gets_the_latest_version_only() -> None:
    async def scene() -> list[int]:
        hub = Hub()
        with hub.listening("A") as listener, hub.listening("B") as other:
            thread = threading.Thread(target=lambda: [hub.tell("A", version) for version in (2, 4, 3)])
            thread.start()
            thread.join()
            got = await asyncio.wait_for(listener.next_version(), 1)
            hub.tell("B", 1)
            return [got, await asyncio.wait_for(other.next_version(), 1)]

    assert played(scene()) == [4, 1]


def test_room_without_listeners_is_forgotten() -> None:
    async def scene() -> tuple[tuple[str, ...], tuple[str, ...]]:
        hub = Hub()
        with hub.listening("A"):
            during = hub.rooms()
        hub.tell("A", 9)
        return during, hub.rooms()

    assert played(scene()) == (("A",), ())


def test_old_version_wakes_nobody() -> None:
    async def scene() -> bool:
        hub = Hub()
        with hub.listening("A") as listener:
            hub.tell("A", 5)
            await listener.next_version()
            hub.tell("A", 5)
            try:
                await asyncio.wait_for(listener.next_version(), 0.05)
            except TimeoutError:
                return True
            return False

    assert played(scene())


def test_quiet_changes_wake_once_together_and_a_loud_one_at_once() -> None:
    async def scene() -> list[int]:
        hub = Hub()
        with hub.listening("A", pause_s=0.05) as listener:
            for version in range(1, 200):
                hub.tell("A", version, loud=False)
            got = [await asyncio.wait_for(listener.next_version(), 1)]
            hub.tell("A", 200, loud=False)
            hub.tell("A", 201)
            got.append(await asyncio.wait_for(listener.next_version(), 0.04))
            await asyncio.sleep(0.1)
            return [*got, int(listener._woken.is_set())]

    assert played(scene()) == [199, 201, 0]


def test_loud_change_that_a_later_vote_overtakes_is_not_made_to_wait_with_it() -> None:
    async def scene() -> list[float]:
        hub = Hub()
        with hub.listening("A", pause_s=60) as listener:
            hub.tell("A", 11, loud=False)
            hub.tell("A", 10)
            got = [await asyncio.wait_for(listener.next_version(), 1)]
            hub.tell("A", 12)
            return [*got, await asyncio.wait_for(listener.next_version(), 1)]

    assert played(scene()) == [11, 12]


def test_many_screens_are_woken_one_after_the_other_and_the_host_at_once() -> None:
    async def scene() -> tuple[bool, list[int], float]:
        hub, woken = Hub(), []
        async with asyncio.TaskGroup() as group:

            async def screen(number: int, in_turn: bool) -> None:
                with hub.listening("A", in_turn=in_turn) as listener:
                    await listener.next_version()
                    woken.append((number, asyncio.get_running_loop().time()))

            for number in range(20):
                group.create_task(screen(number, in_turn=number != 19))
            await asyncio.sleep(0)
            hub.tell("A", 1)
        first, last = woken[0][1], woken[-1][1]
        return woken[0][0] == 19 or woken[1][0] == 19, sorted(number for number, _ in woken), last - first

    host_first, everybody, seconds = played(scene())
    assert host_first
    assert everybody == list(range(20))
    assert seconds >= 18 * APART_S


def test_screen_that_waits_for_its_turn_is_woken_once_with_the_latest_version() -> None:
    async def scene() -> list[int]:
        hub = Hub()
        with hub.listening("A", in_turn=True) as first, hub.listening("A", in_turn=True) as second:
            for version in (1, 2, 3):
                hub.tell("A", version)
            got = [await asyncio.wait_for(one.next_version(), 1) for one in (first, second)]
            await asyncio.sleep(5 * APART_S)
            return [*got, int(first._woken.is_set()), int(second._woken.is_set())]

    assert played(scene()) == [3, 3, 0, 0]


def test_recount_wakes_hosts_alone_with_the_same_version_and_each_time_another_fraction() -> None:
    async def scene() -> tuple[list[float], bool]:
        hub = Hub()
        with hub.listening("A") as of_host, hub.listening("A", in_turn=True) as phone:
            found: list[float] = []
            for act in (lambda: hub.tell("A", 5), *[lambda: hub.recount("A")] * 2, lambda: hub.tell("A", 6)):
                act()
                found.append(await asyncio.wait_for(of_host.next_version(), 1))
            await phone.next_version()
            hub.recount("A")
            try:
                await asyncio.wait_for(phone.next_version(), 0.05)
            except TimeoutError:
                return found, True
            return found, False

    assert played(scene()) == ([5, 5.001, 5.002, 6], True)


def test_few_screens_hear_of_quiet_changes_soon_and_many_after_the_whole_pause() -> None:
    async def waited(screens: int) -> float:
        hub, loop = Hub(), asyncio.get_running_loop()
        with ExitStack() as stack:
            first, *_ = [stack.enter_context(hub.listening("A", 0.5, in_turn=True)) for _ in range(screens)]
            before = loop.time()
            hub.tell("A", 1, loud=False)
            await asyncio.wait_for(first.next_version(), 5)
            return loop.time() - before

    assert played(waited(3)) < 0.4
    assert played(waited(200)) >= 0.5


def test_screens_that_have_gone_make_nobody_wait() -> None:
    async def scene() -> float:
        hub, loop = Hub(), asyncio.get_running_loop()
        with hub.listening("A", 5, in_turn=True) as stays:
            with ExitStack() as stack:
                for _ in range(400):
                    stack.enter_context(hub.listening("A", 5, in_turn=True))
            before = loop.time()
            hub.tell("A", 1, loud=False)
            await asyncio.wait_for(stays.next_version(), 4)
            return loop.time() - before

    assert played(scene()) < 1
