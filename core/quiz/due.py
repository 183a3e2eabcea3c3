"""What is left to do today, and how that is said: the same on every page. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.language.text import nt
from core.quiz.forecast import DayLoad
from core.quiz.queue import Queue


@dataclass(frozen=True)
class Due:
    """Cards that were begun and are due today, of them those in learning steps, and the new ones that come beside."""

    due: int
    learning: int
    new: int

    @property
    def in_review(self) -> int:
        """Those due that are past their steps."""
        return self.due - self.learning


def due_today(queue: Queue) -> Due:
    """What is due: steps of minutes count like reviews of days, also those that come later today."""
    new, learning, reviews = queue.counts
    return Due(learning + reviews, learning, new)


def way_on_words(due: Due) -> str:
    """The label of the button that leads to it; empty when nothing is due.

    >>> [way_on_words(one) for one in (Due(11, 11, 2), Due(0, 0, 2), Due(0, 0, 0))]
    ['Review 11 questions', 'Begin 2 new questions', '']
    """
    if due.due:
        return nt("Review {n} question", "Review {n} questions", due.due)
    return nt("Begin {n} new question", "Begin {n} new questions", due.new) if due.new else ""


def from_today(loads: Sequence[DayLoad], due: int) -> tuple[DayLoad, ...]:
    """The loads of the days to come, with what is due today as the review has it.

    What its limit leaves over falls to the day after.
    """
    if len(loads) < 2:
        return tuple(loads)
    today, tomorrow, *rest = loads
    over = max(0, today.due - due)
    return DayLoad(today.day, due), DayLoad(tomorrow.day, tomorrow.due + over), *rest
