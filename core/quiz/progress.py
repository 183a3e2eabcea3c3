"""What the progress page tells: recall by node, recall measured against promised, the streak. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from core.quiz.scheduling import Card, recall


class NodeRecall(NamedTuple):
    """A node, its items that were begun, all its items, and the mean recall 0..1 of those begun."""

    node: str
    begun: int
    items: int
    recall: float | None


@dataclass(frozen=True)
class MeasuredRecall:
    """Of the last reviews that were due, how many were passed, beside the recall aimed at; both 0..1."""

    reviews: int
    passed: float
    aimed_at: float

    @property
    def enough(self) -> bool:
        """Whether there are enough reviews (30) to say anything."""
        return self.reviews >= 30


def recall_by_node(
    cards: Iterable[Card], ids: Sequence[str], node_of: Callable[[str], str | None], now: datetime
) -> tuple[NodeRecall, ...]:
    """Each node that items stand on, in the order of `ids`."""
    total: dict[str, int] = defaultdict(int)
    for name in ids:
        node = node_of(name)
        if node is not None:
            total[node] += 1
    found: dict[str, list[float]] = defaultdict(list)
    known = set(ids)
    for card in cards:
        node = node_of(card.item_id) if card.item_id in known else None
        if node is not None:
            found[node].append(recall(card, now))
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
