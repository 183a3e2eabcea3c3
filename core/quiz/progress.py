"""What the progress page shows: recall by node, recall measured against promised, the streak. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from core.quiz.recall_tomorrow import Known
from core.quiz.scheduling import Memory


class Level(StrEnum):
    """How well a node is known, beside the recall that is aimed at."""

    HOLDS = "holds"
    FADING = "fading"
    WEAK = "weak"
    NEW = "new"


_WEAK_BELOW = 0.15
"""Recall that is further below the aim than this is weak rather than fading."""


class NodeRecall(NamedTuple):
    """A node, its items that were begun, all its items, and the mean recall 0..1 of those begun."""

    node: str
    begun: int
    items: int
    recall: float | None

    def level(self, aimed_at: float) -> Level:
        """The level, given the recall 0..1 that is aimed at: what is written as 90 % holds an aim of 90 %.

        >>> [NodeRecall("rag", 3, 5, share).level(0.9).value for share in (0.93, 0.897, 0.8, 0.7, None)]
        ['holds', 'holds', 'fading', 'weak', 'new']
        """
        if self.recall is None:
            return Level.NEW
        if round(self.recall, 2) >= round(aimed_at, 2):
            return Level.HOLDS
        return Level.FADING if self.recall >= aimed_at - _WEAK_BELOW else Level.WEAK


LEAST_REVIEWS = 30
"""How many reviews it takes for the share passed to say something: `margin` is an approximation."""


@dataclass(frozen=True)
class MeasuredRecall:
    """Of the last reviews that were due, how many were passed, beside the recall aimed at; both 0..1."""

    reviews: int
    passed: float
    aimed_at: float

    @property
    def enough(self) -> bool:
        """Whether there are enough reviews to say anything."""
        return self.reviews >= LEAST_REVIEWS

    @property
    def margin(self) -> float:
        """Half the width of the 95 % interval around `passed`, 0..1, in the normal approximation.

        Where all were passed, or none, that has no width: then the recall from which so many in a row still come once
        in twenty times.

        Source: 1.96 × √(p(1−p)/n), https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval
        (checked 2026-11-24).

        >>> round(MeasuredRecall(100, 0.9, 0.9).margin, 3)
        0.059
        >>> round(MeasuredRecall(30, 1.0, 0.9).margin, 3)
        0.095
        """
        if not self.reviews:
            return 1.0
        if self.passed in (0, 1):
            return float(1 - 0.05 ** (1 / self.reviews))
        return 1.96 * sqrt(self.passed * (1 - self.passed) / self.reviews)

    @property
    def falls_short(self) -> bool:
        """Whether so many reviews show that less is recalled than was promised.

        >>> [MeasuredRecall(reviews, 0.8, 0.9).falls_short for reviews in (20, 40, 400)]
        [False, False, True]
        """
        return self.enough and self.aimed_at - self.passed > self.margin


def recall_by_node(
    memories: Iterable[Memory | Known], ids: Sequence[str], node_of: Callable[[str], str | None]
) -> tuple[NodeRecall, ...]:
    """Recall of each node that has items, in the order of `ids`."""
    total: dict[str, int] = defaultdict(int)
    for name in ids:
        node = node_of(name)
        if node is not None:
            total[node] += 1
    found: dict[str, list[float]] = defaultdict(list)
    known = set(ids)
    for memory in memories:
        node = node_of(memory.item_id) if memory.item_id in known else None
        if node is not None:
            found[node].append(memory.recall)
    return tuple(
        NodeRecall(node, len(found[node]), items, sum(found[node]) / len(found[node]) if found[node] else None)
        for node, items in total.items()
    )


def measured_recall(passed: Sequence[bool], aimed_at: float) -> MeasuredRecall:
    """Recall measured by reviews of items that were past their learning steps."""
    return MeasuredRecall(len(passed), sum(passed) / len(passed) if passed else 0.0, aimed_at)


def streak(days: Iterable[date], today: date) -> int:
    """Days in a row with an answer, up to today or, before today's first answer, up to yesterday.

    >>> streak([date(2026, 3, 1), date(2026, 3, 2)], date(2026, 3, 3))
    2
    """
    active = set(days)
    day = today if today in active else today - timedelta(days=1)
    count = 0
    while day in active:
        count += 1
        day -= timedelta(days=1)
    return count
