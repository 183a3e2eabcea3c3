"""What another learner feels while the lab runs: a press on another page beside no run, one, and a queue of four.

A worker that trains a base for each run is never idle; the tab of whoever runs it looks twice a second, as it does in
a browser.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from benchmarks.learners import GRADE, SHOW, Load, timed
from benchmarks.screen import Screen
from benchmarks.serving import ROOT, served
from benchmarks.streamlit_client import Visitor
from tests.browser.seeded_rooms import SECRET
from tests.history import cookie

CLICKERS, EVERY_S, LASTS_S, LIMIT_MS = 4, 0.5, 10.0, 300
ONE, QUEUE = ("31",), ("41", "42", "43", "44")
"""Worlds whose base does not ship: each run trains one first, for some 12 s."""
LOOKS_EVERY_S = 0.4


async def click(address: str, load: Load, begun: asyncio.Event, wait_s: float) -> None:
    """Reviews at an even pace until the time is over."""
    async with Screen(address, "quick-fire") as screen:
        await begun.wait()
        await asyncio.sleep(wait_s)
        until = time.perf_counter() + LASTS_S
        while time.perf_counter() < until:
            shows = next((key for key in SHOW if key in screen.buttons), None)
            if shows is None:
                load.failed += 1
                return
            await timed(screen, shows, load)
            await timed(screen, GRADE, load)
            await asyncio.sleep(EVERY_S)


@asynccontextmanager
async def runs_in(address: str, world: str) -> AsyncIterator[Visitor]:
    """A tab whose learner has pressed run."""
    made = cookie(f"runs {world}", SECRET)
    query = {"station": "tune", "run": "tune", "seed": world}
    async with Visitor(address, "lab", f"{made['name']}={made['value']}", query) as tab:
        await tab.press("lab.run")
        yield tab


async def went_on(tabs: Sequence[Visitor]) -> None:
    """Waits until one of them tells anew of its training; without that, nothing was measured."""
    for tab in tabs:
        tab.news.clear()
    told = [asyncio.create_task(tab.sees("Pre-training:")) for tab in tabs]
    done, others = await asyncio.wait(told, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    if not done:
        raise RuntimeError("No run went on while the presses were measured.")


async def watch(tab: Visitor) -> None:
    """Looks at the run as its tab does."""
    while True:
        await asyncio.sleep(LOOKS_EVERY_S)
        await tab.rerun("lab.stop")


async def clicks(address: str, worlds: Sequence[str] = ()) -> Load:
    """The presses of all, beside runs in these worlds."""
    load, begun = Load(), asyncio.Event()
    async with AsyncExitStack() as stack:
        people = [asyncio.create_task(click(address, load, begun, EVERY_S * n / CLICKERS)) for n in range(CLICKERS)]
        tabs = [await stack.enter_async_context(runs_in(address, world)) for world in worlds]
        watching = [asyncio.create_task(watch(tab)) for tab in tabs]
        begun.set()
        await asyncio.gather(*people)
        if worlds:
            await went_on(tabs)
        for task in watching:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return load


def felt() -> dict[str, Load]:
    """What was felt beside no run, one run, and a queue of runs; a first round only warms the server up."""
    with tempfile.TemporaryDirectory() as data:
        own = {"LLM_LADDER_DATA": data, "LLM_LADDER_SECRET": SECRET}
        with served(ROOT / "app.py", **own) as address:
            rounds = {"warming up": (), "no run": (), "one run": ONE, "a queue of four": QUEUE}
            loads = {name: asyncio.run(clicks(address, worlds)) for name, worlds in rounds.items()}
    del loads["warming up"]
    return loads


def main() -> int:
    """Prints all; 1 when the limit was missed beside one run."""
    loads = felt()
    for name, load in loads.items():
        print(
            f"{name:<16} {len(load.presses_ms)} presses, median {load.quantile(0.5):.0f} ms, "
            f"p95 {load.quantile(0.95):.0f} ms, most {max(load.presses_ms):.0f} ms, {load.failed} gave up"
        )
    beside = loads["one run"]
    met = beside.quantile(0.95) <= LIMIT_MS and not beside.failed
    print(f"a click beside a live run ≤ {LIMIT_MS} ms in 95 of 100: {'met' if met else 'MISSED'}")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
