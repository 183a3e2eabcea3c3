"""What the store takes for a learner with 200,000 answers over 10,000 items, against one with 100 over 100.

The log is never read as a whole: what counts is read by index and limit. What still grows is the list of items seen,
of which the first unseen are found (2 ms), the count of cards by day, and, for the map by recall, every card.
A run of a page takes 10 ms and more, so that 5 ms keep a page within 1.5 times of what it takes a newcomer.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from core.quiz.answers import Picked, Rating
from core.quiz.days import day_of
from core.quiz.forecast import day_edges, forecast
from core.quiz.log import Answered, Confidence, Mode
from core.quiz.progress import measured_recall, streak
from core.quiz.queue import next_up
from core.quiz.settings import ReviewSettings
from core.store.store import Store, open_store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SETTINGS = ReviewSettings()
SIZES = ((100, 100), (1_000, 2_000), (10_000, 20_000), (10_000, 200_000))
TIMES, MOST_MS, DAYS = 41, 5.0, 30
KEY = "k" * 64


def answer(number: int, items: int, answers: int) -> Answered:
    """Answers spread over two years, each item in turn; every ninth failed, every fourth with a confidence."""
    at = NOW - timedelta(days=730) * (answers - number) / answers
    rating = Rating.AGAIN if number % 9 == 0 else Rating.GOOD
    sure = list(Confidence)[number % 3] if number % 4 == 0 else None
    given = Picked(options=("rag",))
    return Answered(
        f"a{number}", f"item-{number % items}", "case", at, day_of(at, SETTINGS), rating, 1.0, Mode.REVIEW, given, sure
    )


def start_review(store: Store, ids: tuple[str, ...]) -> None:
    """What opening Quick-fire asks of the store."""
    store.learners.settings(KEY)
    queue = store.cards.queue(KEY, ids, SETTINGS, NOW)
    item = next_up(queue, lambda name: name[-1], None, NOW)
    store.log.showing_id(KEY, item or ids[0])


def open_progress(store: Store, _: tuple[str, ...]) -> None:
    """What opening Progress asks of the store, but for the recall of each node, which needs every card."""
    settings = store.learners.settings(KEY)
    forecast(store.cards.due_counts(KEY, day_edges(DAYS, settings, NOW)), settings, NOW)
    measured_recall(store.cards.recalls(KEY), settings.desired_retention)
    store.log.recent(KEY)
    store.log.recent(KEY, 100, stated=True)
    store.log.recent(KEY, 100, kind="case")
    today = day_of(NOW, settings)
    streak((one.day for one in store.activity.since(KEY, today - timedelta(days=60))), today)
    store.cards.stuck(KEY)


def every_card(store: Store, _: tuple[str, ...]) -> None:
    """What colouring the pipeline by recall asks besides."""
    store.cards.all(KEY)


def milliseconds(work: Callable[[Store, tuple[str, ...]], None], store: Store, ids: tuple[str, ...]) -> float:
    """The median time of one call."""
    times = []
    for _ in range(TIMES):
        begun = perf_counter()
        work(store, ids)
        times.append((perf_counter() - begun) * 1000)
    return median(times)


def measure(items: int, answers: int) -> dict[str, float]:
    """The times of a learner with so many answers over so many items."""
    ids = tuple(f"item-{number}" for number in range(items + 20))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(None, Path(folder))
        store.log.merge(KEY, (answer(number, items, answers) for number in range(answers)), NOW)
        works = {"start review": start_review, "open progress": open_progress, "every card": every_card}
        found = {name: milliseconds(work, store, ids) for name, work in works.items()}
        store.close()
    return found


def main() -> int:
    """Prints the curve; 1 when a start or Progress grows by more than its limit."""
    rows = {size: measure(*size) for size in SIZES}
    least = rows[SIZES[0]]
    for (items, answers), row in rows.items():
        cells = ", ".join(f"{name} {ms:.1f} ms × {ms / least[name]:.2f}" for name, ms in row.items())
        print(f"{items:>6} items, {answers:>7} answers: {cells}")
    most = rows[SIZES[-1]]
    return int(any(most[name] - least[name] > MOST_MS for name in ("start review", "open progress")))


if __name__ == "__main__":
    sys.exit(main())
