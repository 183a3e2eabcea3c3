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


def known_tomorrow(memory: Memory, missed: bool) -> float:
    """The probability, 0..1, 24 hours after the moment of `memory`; what was `missed` is not known."""
    return 0.0 if missed else memory.recall_after(1)


def recall_tomorrow(memories: Iterable[Memory], queue: Queue) -> tuple[Known, ...]:
    """The recall of each item 24 hours after the moment of `memories`; the steps of `queue` tell which were missed."""
    missed = {card.item_id for card in (*queue.steps, *queue.later) if card.missed}
    return tuple(Known(memory.item_id, known_tomorrow(memory, memory.item_id in missed)) for memory in memories)
