"""What is coming: due items by day, and the work that an aim at recall costs. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from core.quiz.answers import Rating
from core.quiz.days import day_of, day_start
from core.quiz.scheduling import recall, review
from core.quiz.settings import ReviewSettings

_SIMULATED_ITEMS = 24
_YEAR_DAYS = 365
SECONDS_AN_ANSWER = 12.0


@dataclass(frozen=True)
class DayLoad:
    """Reviews that fall due on one of the learner's days; what is overdue counts today."""

    day: date
    due: int


@dataclass(frozen=True)
class Workload:
    """What an aim at recall costs, averaged over the first year of each item."""

    reviews_a_day: float
    minutes_a_day: float


def day_edges(days: int, settings: ReviewSettings, now: datetime) -> tuple[datetime, ...]:
    """The moments at which today and the days after end, `days` of them."""
    today = day_of(now, settings)
    return tuple(day_start(today + timedelta(days=ahead), settings) for ahead in range(1, days + 1))


def forecast(counts: Sequence[int], settings: ReviewSettings, now: datetime) -> tuple[DayLoad, ...]:
    """The load of today and of the days after; `counts` are those between the edges that `day_edges` gives."""
    today = day_of(now, settings)
    return tuple(DayLoad(today + timedelta(days=ahead), due) for ahead, due in enumerate(counts))


def workload(items: int, retention: float) -> Workload:
    """The daily work of so many reviews, at `SECONDS_AN_ANSWER`."""
    reviews = items * reviews_in_first_year(round(retention, 2)) / _YEAR_DAYS
    return Workload(reviews, reviews * SECONDS_AN_ANSWER / 60)


@lru_cache(maxsize=64)
def reviews_in_first_year(retention: float) -> float:
    """Reviews that an item needs in its first year, learning steps included.

    A simulation of 24 items with FSRS's own default weights: each review is passed with the recall that FSRS expects,
    by draws that do not depend on `retention`.

    >>> reviews_in_first_year(0.8) < reviews_in_first_year(0.9) < reviews_in_first_year(0.97)
    True
    """
    return sum(_reviews(item, retention) for item in range(_SIMULATED_ITEMS)) / _SIMULATED_ITEMS


def _reviews(item: int, retention: float) -> int:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    card = review(None, str(item), Rating.GOOD, start, retention)
    count = 1
    while card.due < start + timedelta(days=_YEAR_DAYS):
        draw = int.from_bytes(hashlib.sha256(f"{item}~{count}".encode()).digest()[:4]) / 2**32
        passed = card.in_steps or draw < recall(card, card.due)
        card = review(card, str(item), Rating.GOOD if passed else Rating.AGAIN, card.due, retention)
        count += 1
    return count
