"""What will still be known a day from now if nothing is reviewed until then. Pure.

As of now the schedule says 100 % of whatever was answered today, also of what was missed a moment ago.
"""

from collections.abc import Iterable
from typing import NamedTuple

from core.quiz.queue import Queue
from core.quiz.scheduling import Memory


class Known(NamedTuple):
    """An item that was begun, and the probability, 0..1, that it is known tomorrow."""

    item_id: str
    recall: float


def recall_tomorrow(memories: Iterable[Memory], queue: Queue) -> tuple[Known, ...]:
    """The recall of each item 24 hours after the moment of `memories`.

    An item that was missed and has not been passed since, as the steps of `queue` tell, counts as not known.
    """
    missed = {card.item_id for card in (*queue.steps, *queue.later) if card.streak == 0}
    return tuple(
        Known(name, 0.0 if name in missed else Memory(name, stability, days + 1).recall)
        for name, stability, days in memories
    )
