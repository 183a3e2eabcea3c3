"""What a learner with 200,000 answers over 10,000 items waits for, against one with 100 over 100.

Calls of the store alone, then whole runs of the two pages through AppTest. The log is never read as a whole: what counts
is read by index and limit. Starting a review reads up to 250 due cards where there are only 100 in the small case.
Opening Progress reads three numbers of every card, for the recall of each node: that is what grows, about 1 µs a card, with no
regard to the length of the log.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.serving import ROOT
from core.content.loader import load_content
from core.quiz.answers import Picked, Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.log import Answered, Confidence, Mode
from core.quiz.queue import next_up
from core.quiz.settings import ReviewSettings
from core.store.report import Bank, read_report
from core.store.store import Store, open_store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SETTINGS = ReviewSettings()
SIZES = ((100, 100), (1_000, 2_000), (10_000, 20_000), (10_000, 200_000))
PAGES = {"quick_fire": "<h1", "progress": "Weak spots"}
TIMES, MOST = 41, {"quick_fire": 1.5, "progress": 3.0}
KEY = "k" * 64


def answer(number: int, item: str, answers: int) -> Answered:
    """Answers spread over two years, each item in turn; every ninth failed, every fourth with a confidence."""
    at = NOW - timedelta(days=730) * (answers - number) / answers
    rating = Rating.AGAIN if number % 9 == 0 else Rating.GOOD
    sure = list(Confidence)[number % 3] if number % 4 == 0 else None
    given = Picked(options=("rag",))
    return Answered(f"a{number}", item, "case", at, day_of(at, SETTINGS), rating, 1.0, Mode.REVIEW, given, sure)


def start_review(store: Store, ids: tuple[str, ...]) -> None:
    """What opening Quick-fire asks of the store."""
    store.learners.settings(KEY)
    queue = store.cards.queue(KEY, ids, SETTINGS, NOW)
    item = next_up(queue, lambda name: name[-1], None, NOW)
    store.log.showing_id(KEY, item or ids[0])


def open_progress(store: Store, ids: tuple[str, ...]) -> None:
    """What opening Progress asks of the store."""
    settings = store.learners.settings(KEY)
    read_report(store, KEY, settings, Bank(ids, lambda name: name[-1]), NOW)


def every_memory(store: Store, _: tuple[str, ...]) -> None:
    """Of that, what grows with the cards."""
    store.cards.memories(KEY, NOW)


def milliseconds(work: Callable[[], object]) -> float:
    """The least time of many calls: what others do on the machine only ever adds."""
    times = []
    for _ in range(TIMES):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return min(times)


def measure(items: int, answers: int) -> dict[str, float]:
    """The times of a learner with so many answers over so many items."""
    own = reviewable_ids(load_content())
    ids = (*own, *(f"item-{number}" for number in range(items + 20 - len(own))))
    works = {"start review": start_review, "open progress": open_progress, "every memory": every_memory}
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(None, Path(folder))
        store.log.merge(KEY, (answer(number, ids[number % items], answers) for number in range(answers)), NOW)
        found = {name: milliseconds(partial(work, store, ids)) for name, work in works.items()}
        store.close()
        found |= {page: _page(folder, page) for page in PAGES}
    return found


def _page(folder: str, page: str) -> float:
    """A run of the whole page by itself, with its learner told; in a process of its own, for the store is cached."""
    done = subprocess.run(
        [sys.executable, "-c", _PAGE.format(key=KEY, times=TIMES, page=page, word=PAGES[page])],
        env={**os.environ, "LLM_LADDER_DATA": folder, "LLM_LADDER_SECRET": "benchmark", "DATABASE_URL": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


_PAGE = """
import time
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("pages/navigation.py", default_timeout=60)
app.session_state["session.visitor"] = "{key}"
app.run()
app.switch_page("{page}.py").run()
assert not app.exception and any("{word}" in e.proto.body for e in app.get("html")), app.exception
taken = []
for _ in range({times}):
    begun = time.perf_counter()
    app.run()
    taken.append(time.perf_counter() - begun)
print(min(taken) * 1000)
"""


def main() -> int:
    """Prints the curve; 1 when a page grows by more than its limit. Progress has the price of reading each card."""
    rows = {size: measure(*size) for size in SIZES}
    least = rows[SIZES[0]]
    for (items, answers), row in rows.items():
        cells = ", ".join(f"{name} {ms:.1f} ms × {ms / least[name]:.2f}" for name, ms in row.items())
        print(f"{items:>6} items, {answers:>7} answers: {cells}")
    most = rows[SIZES[-1]]
    return int(any(most[page] > limit * least[page] for page, limit in MOST.items()))


if __name__ == "__main__":
    sys.exit(main())
