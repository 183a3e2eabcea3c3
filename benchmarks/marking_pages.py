"""50 learners hand in an answer on the interview page within 10 s, through Streamlit's websocket, while others click.

The same clicks are measured before, with nobody handing in. What counts as done is the end of the page's run.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack

from benchmarks.marking import read_set
from benchmarks.marking_speed import answers_of_80_words
from benchmarks.percentile import percentile
from benchmarks.screen import Screen
from benchmarks.serving import ROOT, served

LEARNERS, WITHIN_S, OTHERS, CLICK_EVERY_S = 50, 10.0, 10, 1.0
CLICK_LIMIT_MS = 500
START = "interview-choice.start"


async def give(screen: Screen, answer: str) -> None:
    """Hands an answer in and waits until the page is drawn."""
    box = next(key for key in screen.parts if key.startswith("answer-box."))
    await screen.tell(box, "submitted", {"answer": answer, "thinking_seconds": 5, "answering_seconds": 60})


async def click(screen: Screen, until: float, taken: list[float], chance: random.Random) -> None:
    """Presses one button after the other, about once a second."""
    await asyncio.sleep(chance.uniform(0, CLICK_EVERY_S))
    while time.perf_counter() < until:
        keys = sorted(key for key in screen.buttons if key.startswith("pipeline-walk."))
        start = time.perf_counter()
        await screen.press(chance.choice(keys))
        taken.append((time.perf_counter() - start) * 1e3)
        await asyncio.sleep(CLICK_EVERY_S)


async def hand_in(learner: Screen, answer: str, after_s: float, taken: list[float]) -> None:
    await asyncio.sleep(after_s)
    start = time.perf_counter()
    await give(learner, answer)
    taken.append((time.perf_counter() - start) * 1e3)


async def ten_seconds(
    others: list[Screen], learners: list[Screen], answers: list[str]
) -> tuple[list[float], list[float]]:
    """Milliseconds of clicks, and of answers from handing in to the page that asks for the learner's own verdicts."""
    chance = random.Random(13)
    clicks: list[float] = []
    marks: list[float] = []
    until = time.perf_counter() + WITHIN_S
    async with asyncio.TaskGroup() as group:
        for screen in others:
            group.create_task(click(screen, until, clicks, chance))
        for learner, answer in zip(learners, answers, strict=True):
            group.create_task(hand_in(learner, answer, chance.uniform(0, WITHIN_S), marks))
    return clicks, marks


async def measure(address: str) -> tuple[list[float], list[float], list[float]]:
    answers = answers_of_80_words([entry["answer"] for entry in read_set("tuning")], LEARNERS)
    async with AsyncExitStack() as stack:
        others = [await stack.enter_async_context(Screen(address, "pipeline")) for _ in range(OTHERS)]
        learners = [await stack.enter_async_context(Screen(address, "interview")) for _ in range(LEARNERS)]
        for learner in learners:
            await learner.press(START)
        quiet, _ = await ten_seconds(others, [], [])
        busy, marks = await ten_seconds(others, learners, answers)
    return quiet, busy, marks


def main() -> int:
    """Prints them; 1 when clicks take too long."""
    with tempfile.TemporaryDirectory() as data, served(ROOT / "app.py", LLM_LADDER_DATA=data) as address:
        quiet, busy, marks = asyncio.run(measure(address))
    for name, taken in (("clicks, nobody hands in", quiet), (f"clicks, {LEARNERS} hand in", busy), ("answers", marks)):
        print(f"{name}: {len(taken)}, median {statistics.median(taken):.0f} ms, p95 {percentile(taken, 0.95):.0f} ms")
    missed = percentile(busy, 0.95) > CLICK_LIMIT_MS or len(marks) < LEARNERS
    print(f"target {'MISSED' if missed else 'ok'}: clicks {CLICK_LIMIT_MS} ms at p95")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
