"""The log of what a learner did: the one truth from which all else is derived. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.quiz.answers import AnyAnswer, Rating

UNDO = "undo."
"""What stands before the id of an answer in the id of the entry that takes it back."""


class Mode(StrEnum):
    """Where an answer was given. Only answers in `REVIEW` move the schedule."""

    REVIEW = "review"
    AHEAD = "ahead"
    CRAM = "cram"
    DRILL = "drill"
    CASES = "cases"
    EXAM = "exam"
    INTERVIEW = "interview"


class Confidence(StrEnum):
    """How sure the learner was, stated before the mark is shown."""

    GUESS = "guess"
    FAIRLY = "fairly"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer. `id` is made by the screen, once per answer, so that two tabs count it once.

    `day` is the learner's day, `kind` the item's; `score` is the mark 0..1 before hints, `seconds` the time taken,
    `retention` the recall aimed at when it was given (the schedule is replayed with it), `quiz` the drill or exam that
    it belongs to; a review that names one was missed there and put into the review, not answered in it.
    """

    id: str
    item_id: str
    kind: str
    at: datetime
    day: date
    rating: Rating
    score: float
    mode: Mode = Mode.REVIEW
    answer: AnyAnswer | None = None
    confidence: Confidence | None = None
    hints: int = 0
    seconds: float | None = None
    retention: float = 0.9
    quiz: str | None = None

    @property
    def moves_schedule(self) -> bool:
        """Whether it counts as a review."""
        return self.mode is Mode.REVIEW

    @property
    def correct(self) -> bool:
        """Whether it was right in full."""
        return self.score >= 1


@dataclass(frozen=True, slots=True)
class Undone:
    """An answer taken back. The answer stays in the log and counts no more."""

    id: str
    answer_id: str
    at: datetime


LogEntry = Answered | Undone


def last_answers(answers: Iterable[Answered]) -> tuple[Answered, ...]:
    """The last answer to each item, in the order in which these were given; `answers` oldest first."""
    last: dict[str, Answered] = {}
    for answer in answers:
        last.pop(answer.item_id, None)
        last[answer.item_id] = answer
    return tuple(last.values())


def standing(entries: Iterable[LogEntry]) -> tuple[Answered, ...]:
    """The answers that count, in the order of the log: those that were not taken back, each id once."""
    log = tuple(entries)
    gone = {entry.answer_id for entry in log if isinstance(entry, Undone)}
    first: dict[str, Answered] = {}
    for entry in log:
        if isinstance(entry, Answered) and entry.id not in gone:
            first.setdefault(entry.id, entry)
    return tuple(first.values())
