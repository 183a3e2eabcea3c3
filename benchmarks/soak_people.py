"""Who uses the server while it is soaked: learners who come and go, some who walk through other pages."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from httpx2 import HTTPError
from websockets.exceptions import WebSocketException

from benchmarks.learners import SHOW, Load
from benchmarks.screen import Screen
from core.calculators.registry import calculators
from tests.browser.seeded_rooms import SECRET
from tests.history import cookie

EVERY_S, CLOSES, AWAY_S = (20.0, 30.0), 0.04, (3.0, 90.0)
AGAIN = ("review.cram", "review.ahead")
ANSWER = (
    "I would look at the failures first: whether the right document was found at all, and whether the answer follows "
    "from it. If it was not found, retrieval is at fault and no training helps. I would build a small set of questions "
    "with known answers, measure both parts, mend the weaker one, and only tune when the knowledge is there and the "
    "form is wrong."
)
WALKS: tuple[tuple[str, dict[str, str]], ...] = (
    ("pipeline", {"step": "sft"}),
    ("decide", {}),
    *(("calculators", {"calc": name}) for name in calculators()),
    ("lab", {"station": "tune", "run": "tune"}),
    ("progress", {}),
    ("takeaways", {}),
)


@dataclass
class Tally(Load):
    """What all of them saw, and what went wrong."""

    interviews: int = 0
    visits: int = 0
    trouble: list[str] = field(default_factory=list)


@dataclass
class Life:
    """The course of one visitor."""

    address: str
    name: str
    until: float
    tally: Tally
    chance: random.Random

    @property
    def cookies(self) -> str:
        """Who they are, at every return."""
        made = cookie(self.name, SECRET)
        return f"{made['name']}={made['value']}"

    @property
    def goes_on(self) -> bool:
        """Whether there is time left."""
        return time.monotonic() < self.until

    def screen(self, page: str, query: dict[str, str] | None = None) -> Screen:
        """A tab of theirs."""
        return Screen(self.address, page, query=urlencode(query or {}), cookies=self.cookies)

    async def pause(self, span: tuple[float, float]) -> None:
        """Does nothing for a while, and not beyond the end."""
        await asyncio.sleep(max(0.0, min(self.chance.uniform(*span), self.until - time.monotonic())))


async def learner(life: Life, *, walks: bool) -> None:
    """Answers until the time is over; closes the tab now and then, and comes back, perhaps by way of other pages."""
    await life.pause(EVERY_S if life.name.endswith("0") else (0.0, EVERY_S[1]))
    while life.goes_on:
        try:
            await _sitting(life, CLOSES * (5 if walks else 1))
            if walks and life.goes_on:
                await _walk(life)
            await life.pause(AWAY_S)
        except (OSError, TimeoutError, WebSocketException, HTTPError, KeyError) as error:
            life.tally.trouble.append(f"{life.name}: {type(error).__name__} {error}")
            await life.pause(AWAY_S)


async def _sitting(life: Life, closes: float) -> None:
    async with life.screen("quick-fire") as screen:
        life.tally.visits += 1
        while life.goes_on:
            await _answer(life, screen)
            await life.pause(EVERY_S)
            if life.chance.random() < closes:
                return


async def _answer(life: Life, screen: Screen) -> None:
    """One answer: shown, then graded; when nothing is due, a round is begun first."""
    begins = next((key for key in AGAIN if key in screen.buttons), None)
    if begins:
        await _press(life, screen, begins)
    await _press(life, screen, next(key for key in SHOW if key in screen.buttons))
    await asyncio.sleep(life.chance.uniform(1, 4))
    grades = sorted(key for key in screen.buttons if key.startswith("grade."))
    await _press(life, screen, life.chance.choice(grades))
    if any(key in screen.buttons for key in (*SHOW, *AGAIN)):
        life.tally.answers += 1
    else:
        life.tally.trouble.append(f"{life.name}: after a grade there was no next question")


async def _walk(life: Life) -> None:
    """Three other pages, then an interview question."""
    for page, query in life.chance.sample(WALKS, 3):
        async with life.screen(page, query) as screen:
            life.tally.visits += 1
            if page == "pipeline":
                await screen.tell("diagram.pipeline", "chosen", life.chance.choice(("pre-training", "sft", "rlhf-dpo")))
            await life.pause((2.0, 6.0))
    async with life.screen("interview") as screen:
        life.tally.visits += 1
        await _interview(life, screen)


async def _interview(life: Life, screen: Screen) -> None:
    if "interview.other" in screen.buttons:
        await _press(life, screen, "interview.other")
    await _press(life, screen, "interview-choice.start")
    await life.pause((2.0, 6.0))
    draft = {"answer": ANSWER, "thinking_seconds": 5.0, "answering_seconds": 60.0}
    await screen.tell(next(key for key in screen.parts if key.startswith("answer-box.")), "submitted", draft)
    await _press(life, screen, "rate-rest.press")
    await _press(life, screen, "rate-on.press")
    if "interview.add" in screen.buttons:
        life.tally.interviews += 1
    await _press(life, screen, "interview.other")


async def _press(life: Life, screen: Screen, key: str) -> None:
    start = time.perf_counter()
    await screen.press(key)
    life.tally.presses_ms.append((time.perf_counter() - start) * 1000)
