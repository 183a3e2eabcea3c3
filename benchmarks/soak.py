"""Two hours of 50 learners and a workshop of 15 on one process: what it takes, what was lost, what its log says.

`python -m benchmarks soak [--minutes 120] [--csv soak.csv]`. Every 30 s a look at the server goes into the CSV. The
line through its memory is drawn after the first quarter, in which everything is used for the first time.
"""

import argparse
import asyncio
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from itertools import dropwhile
from pathlib import Path

from benchmarks.soak_people import Life, Tally, learner
from benchmarks.soak_room import Hall, Held, workshops
from benchmarks.soak_samples import Sample, head, row, sample, slope
from core.content.loader import load_content
from core.store.store import open_store
from tests.browser.processes import Process, processes

LEARNERS, WALKERS, LOOK_S, WARM_UP = 50, 6, 30.0, 0.25
_WRONG = re.compile(rb"\b(ERROR|CRITICAL)\b|Traceback|Exception|Error:")


def main() -> int:
    """Prints all figures; 1 when the server's log has an error, or anything was lost or went wrong."""
    wanted = _arguments(list(dropwhile(lambda word: not word.startswith("-"), sys.argv[1:])))
    with tempfile.TemporaryDirectory() as folder, processes(1, None, Path(folder)) as (server,):
        tally, held, samples = asyncio.run(_soak(server, Path(folder), wanted.minutes, wanted.csv))
        wrong = [line for line in server.log.read_bytes().splitlines() if _WRONG.search(line)]
        stored = _stored(Path(folder))
    _tell_memory(samples)
    return _tell_people(tally, held, stored, [line.decode(errors="replace") for line in wrong])


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks soak")
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--csv", type=Path, default=Path("soak.csv"))
    return parser.parse_args(words)


async def _soak(server: Process, data: Path, minutes: float, to: Path) -> tuple[Tally, Held, list[Sample]]:
    until, chance = time.monotonic() + minutes * 60, random.Random(20)
    tally, held, samples = Tally(), Held(), list[Sample]()
    store = open_store(None, data)
    hall = Hall(server.address, store, load_content(), until, random.Random(21))
    async with asyncio.TaskGroup() as group:
        looks = group.create_task(_look(server, data, tally, samples, to))
        people = [group.create_task(workshops(hall, held))]
        for number in range(LEARNERS):
            life = Life(server.address, f"learner {number}", until, tally, random.Random(chance.random()))
            people.append(group.create_task(learner(life, walks=number < WALKERS)))
        await asyncio.wait(people)
        looks.cancel()
    store.close()
    return tally, held, samples


async def _look(server: Process, data: Path, tally: Tally, samples: list[Sample], to: Path) -> None:
    began = before = time.monotonic()
    taken = server.processor_s
    with to.open("w", encoding="utf-8", newline="") as file, suppress(asyncio.CancelledError):
        head(file)
        while True:
            await asyncio.sleep(LOOK_S)
            now, spent = time.monotonic(), server.processor_s
            core = (spent - taken) / (now - before)
            minute = (now - began) / 60
            samples.append(await asyncio.to_thread(sample, server, data, minute, core, len(tally.presses_ms)))
            row(file, samples[-1])
            before, taken = now, spent


def _stored(folder: Path) -> tuple[int, int, int]:
    """How many graded answers the store holds, how many different ones, and how many interview answers."""
    with closing(sqlite3.connect(folder / "learners.db")) as database:
        query = "select count(*), count(distinct learner_id || id) from entries where undoes is null and kind {} ?"
        rows, distinct = database.execute(query.format("<>"), ("free-answer",)).fetchone()
        interviews, _ = database.execute(query.format("="), ("free-answer",)).fetchone()
    return int(rows), int(distinct), int(interviews)


def _tell_memory(samples: Sequence[Sample]) -> None:
    warm = samples[round(len(samples) * WARM_UP) :]
    print(f"{samples[-1].minute:.0f} min, {LEARNERS} learners and a workshop; {len(samples)} looks, {len(warm)} warm")
    if len(warm) > 2:
        line = slope(warm)
        print(f"resident memory after warm-up: {line.mib_per_h:+.2f} MiB an hour, standard error {line.error:.2f}")
    for name in ("rss_mib", "workers_mib", "core", "files", "threads", "sessions", "store_mib"):
        values = [getattr(one, name) for one in samples]
        quarters = [values[round(len(values) * at) :][0] for at in (0, 0.25, 0.5, 0.75)]
        told = ", ".join(f"{value:g}" for value in (*quarters, values[-1]))
        print(f"{name:<11} at the start, each quarter, the end: {told}; most {max(values):g}")


def _tell_people(tally: Tally, held: Held, stored: tuple[int, int, int], wrong: Sequence[str]) -> int:
    rows, distinct, interviews = stored
    print(
        f"{len(tally.presses_ms)} presses, median {tally.quantile(0.5):.0f}, p95 {tally.quantile(0.95):.0f},"
        f" most {max(tally.presses_ms):.0f} ms; {tally.visits} pages opened"
    )
    print(f"answers acknowledged {tally.answers}, stored {rows}, different {distinct}")
    print(f"interview answers acknowledged {tally.interviews}, stored {interviews}")
    steps = sorted(held.steps_s) or [0.0]
    last = f"median {steps[len(steps) // 2] * 1000:.0f}, most {steps[-1] * 1000:.0f} ms until the last screen had it"
    print(f"{held.workshops} workshops held to the end, {len(held.steps_s)} steps, {last}")
    print(f"votes sent {held.sent}, counted {held.counted}")
    trouble = [*tally.trouble, *held.trouble]
    for name, lines in (("went wrong for visitors", trouble), ("errors in the server's log", wrong)):
        print(f"{name}: {len(lines)}")
        print(*(f"  {line}" for line in lines[:20]), sep="\n", end="\n" if lines else "")
    exact = tally.answers == rows == distinct and tally.interviews == interviews and held.sent == held.counted
    print(f"nothing lost or doubled {'ok' if exact else 'MISSED'}")
    return int(not exact or bool(trouble) or bool(wrong))
