"""300 learners on one process, each giving an answer every 5 seconds; the same clicks on a blank page beside it.

An answer is two presses: the one that shows the answer, and a grade. What the store holds afterwards is counted.
"""

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.percentile import percentile
from benchmarks.screen import Screen
from benchmarks.serving import ROOT, served

LEARNERS, EVERY_S, LASTS_S, LIMIT_MS = 300, 5.0, 40.0, 500
SHOW = ("review-check.press", "review-give-up.press")
GRADE = "grade.1"


@dataclass
class Load:
    """What the learners saw: milliseconds of each press, and how many answers were acknowledged."""

    presses_ms: list[float] = field(default_factory=list)
    answers: int = 0
    failed: int = 0

    def quantile(self, share: float) -> float:
        """The time that a share of the presses stayed under, in ms."""
        return percentile(self.presses_ms, share)


async def timed(screen: Screen, key: str, load: Load) -> None:
    """Presses, and keeps how long it took."""
    start = time.perf_counter()
    await screen.press(key)
    load.presses_ms.append((time.perf_counter() - start) * 1000)


async def learner(address: str, load: Load, began: asyncio.Event, chance: random.Random) -> None:
    """Reviews until the time is over."""
    async with Screen(address, "quick-fire") as screen:
        await began.wait()
        await asyncio.sleep(chance.uniform(0, EVERY_S))
        until = asyncio.get_running_loop().time() + LASTS_S
        while (now := asyncio.get_running_loop().time()) < until:
            shows = next((key for key in SHOW if key in screen.buttons), None)
            if shows is None:
                load.failed += 1
                return
            await timed(screen, shows, load)
            await asyncio.sleep(EVERY_S / 2)
            await timed(screen, GRADE, load)
            load.answers += 1
            await asyncio.sleep(max(0.0, EVERY_S - (asyncio.get_running_loop().time() - now)))


async def counter(address: str, load: Load, began: asyncio.Event, chance: random.Random) -> None:
    """Presses the blank page's button as often as a learner presses."""
    async with Screen(address) as screen:
        await began.wait()
        await asyncio.sleep(chance.uniform(0, EVERY_S / 2))
        until = asyncio.get_running_loop().time() + LASTS_S
        while asyncio.get_running_loop().time() < until:
            await timed(screen, "Count", load)
            await asyncio.sleep(EVERY_S / 2)


Visitor = Callable[[str, Load, asyncio.Event, random.Random], Coroutine[None, None, None]]


async def run(visitor: Visitor, address: str) -> Load:
    """All visitors at once, begun when each has its page."""
    load, began, chance = Load(), asyncio.Event(), random.Random(7)
    async with asyncio.TaskGroup() as group:
        for number in range(LEARNERS):
            group.create_task(visitor(address, load, began, chance))
            if number % 10 == 9:
                await asyncio.sleep(0.5)
        await asyncio.sleep(5)
        began.set()
    return load


def kept(directory: Path) -> tuple[int, int]:
    """How many answers the store holds, and how many different ones."""
    with closing(sqlite3.connect(directory / "learners.db")) as database:
        query = "select count(*), count(distinct learner_id || id) from entries where undoes is null"
        rows, distinct = database.execute(query).fetchone()
    return int(rows), int(distinct)


def main() -> int:
    """Prints both; 1 when the 95th percentile is over the limit, or an answer was lost or doubled."""
    with tempfile.TemporaryDirectory() as data:
        with served(ROOT / "benchmarks/blank/blank.py") as blank:
            base = asyncio.run(run(counter, blank))
        with served(ROOT / "app.py", LLM_LADDER_DATA=data, LLM_LADDER_SECRET="only measured with") as app:
            ours = asyncio.run(run(learner, app))
        rows, distinct = kept(Path(data))
    print(f"{LEARNERS} learners, an answer every {EVERY_S:.0f} s each, for {LASTS_S:.0f} s; press until drawn, in ms")
    for name, load in (("blank page", base), ("review", ours)):
        print(
            f"{name}: {len(load.presses_ms)} presses, median {load.quantile(0.5):.0f}, p95 {load.quantile(0.95):.0f},"
            f" most {max(load.presses_ms):.0f}"
        )
    print(f"answers acknowledged {ours.answers}, stored {rows}, different {distinct}, learners stopped {ours.failed}")
    slow = ours.quantile(0.95) > LIMIT_MS
    lost = not ours.answers == rows == distinct
    print(f"p95 ≤ {LIMIT_MS} ms {'MISSED' if slow else 'ok'}; nothing lost or doubled {'MISSED' if lost else 'ok'}")
    return int(slow or lost or ours.failed > 0)


if __name__ == "__main__":
    sys.exit(main())
