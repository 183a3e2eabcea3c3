"""50 learners hand in an answer within 10 s on one process, while others click; what those others wait for.

A click is what a page costs a server: a turn of the event loop, then work in a thread that holds the interpreter.
The same clicks are measured without anybody handing in.
"""

import asyncio
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as app.py does

import random
import statistics
import sys
import time
from dataclasses import dataclass, field

from benchmarks.marking import read_set
from benchmarks.marking_speed import answers_of_80_words, times_ms
from benchmarks.memory import resident_bytes
from benchmarks.percentile import percentile
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import Marker, load_marker
from core.interview.rubric import Rubric

LEARNERS, WITHIN_S = 50, 10.0
OTHERS, CLICK_EVERY_S, CLICK_WORK_S = 20, 1.0, 0.015
CLICK_LIMIT_MS, MEDIAN_LIMIT_MS, P95_LIMIT_MS, MEMORY_LIMIT_MB = 500, 30, 300, 150


@dataclass
class Seen:
    """Milliseconds: of each click, of each answer from handing in to marks, and by how much the event loop was late."""

    clicks: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)


def work() -> None:
    """As much of the interpreter as a page's script takes."""
    until = time.thread_time() + CLICK_WORK_S
    while time.thread_time() < until:
        sum(range(500))


async def clicks(seen: Seen, chance: random.Random) -> None:
    until = time.perf_counter() + WITHIN_S
    await asyncio.sleep(chance.uniform(0, CLICK_EVERY_S))
    while time.perf_counter() < until:
        start = time.perf_counter()
        await asyncio.to_thread(work)
        seen.clicks.append((time.perf_counter() - start) * 1e3)
        await asyncio.sleep(CLICK_EVERY_S)


async def hands_in(seen: Seen, marker: Marker, rubric: Rubric, answer: str, after_s: float) -> None:
    await asyncio.sleep(after_s)
    start = time.perf_counter()
    await asyncio.to_thread(marker.mark, rubric, answer)
    seen.answers.append((time.perf_counter() - start) * 1e3)


async def watches(seen: Seen) -> None:
    until = time.perf_counter() + WITHIN_S
    while time.perf_counter() < until:
        start = time.perf_counter()
        await asyncio.sleep(0.01)
        seen.late.append((time.perf_counter() - start - 0.01) * 1e3)


async def ten_seconds(marker: Marker, rubric: Rubric, answers: list[str]) -> Seen:
    seen, chance = Seen(), random.Random(11)
    async with asyncio.TaskGroup() as group:
        group.create_task(watches(seen))
        for _ in range(OTHERS):
            group.create_task(clicks(seen, chance))
        for answer in answers:
            group.create_task(hands_in(seen, marker, rubric, answer, chance.uniform(0, WITHIN_S)))
    return seen


def main() -> int:
    """Prints both; 1 when a target is missed."""
    rubric = rubrics(load_content())["tuning-over-rag"]
    answers = answers_of_80_words([entry["answer"] for entry in read_set("tuning")], 100)
    Marker(None).mark(rubric, answers[0])
    before = resident_bytes()
    marker = load_marker()
    marker.make_ready(rubric)
    marker.mark(rubric, answers[-1])
    added = (resident_bytes() - before) / 1e6
    alone = times_ms(marker, rubric, answers)
    quiet = asyncio.run(ten_seconds(marker, rubric, []))
    busy = asyncio.run(ten_seconds(marker, rubric, answers[:LEARNERS]))
    median, p95 = statistics.median(alone), percentile(alone, 0.95)
    print(f"an answer of 80 words, warm: median {median:.0f} ms, p95 {p95:.0f} ms; memory added {added:.0f} MB")
    for name, seen in (("nobody hands in", quiet), (f"{LEARNERS} hand in within {WITHIN_S:.0f} s", busy)):
        told = f"clicks median {statistics.median(seen.clicks):.0f}, p95 {percentile(seen.clicks, 0.95):.0f} ms"
        print(f"{name}: {told}; the event loop is late by {percentile(seen.late, 0.95):.1f} ms at p95")
    waits = f"median {statistics.median(busy.answers):.0f}, p95 {percentile(busy.answers, 0.95):.0f} ms"
    print(f"answers while others click: {waits}")
    missed = (
        percentile(busy.clicks, 0.95) > CLICK_LIMIT_MS
        or median > MEDIAN_LIMIT_MS
        or p95 > P95_LIMIT_MS
        or added > MEMORY_LIMIT_MB
    )
    limits = f"{MEDIAN_LIMIT_MS}, {P95_LIMIT_MS}, {CLICK_LIMIT_MS} ms; {MEMORY_LIMIT_MB} MB"
    print(f"targets {'MISSED' if missed else 'ok'}: {limits}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
