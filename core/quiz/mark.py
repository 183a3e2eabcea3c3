"""What marking finds: a score, and a word on every option. Pure."""

from dataclasses import dataclass
from enum import StrEnum

HINT_COST = 0.25
"""The share of the credit that a hint costs."""


class Grade(StrEnum):
    """A score as a word."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class InvalidAnswerError(ValueError):
    """An answer that cannot be marked (an unreadable number, an unknown option); the message says what to do."""


@dataclass(frozen=True)
class Feedback:
    """One option, gap, step or pair, and the feedback on it.

    `given` is whether the learner picked or wrote it, `right` whether it is so; `expected` is the right answer where
    it is not `text` itself. `partly` says that what is not right earned something all the same.
    """

    id: str
    text: str
    given: bool
    right: bool
    why: str
    misconception: str | None = None
    expected: str | None = None
    partly: bool = False


@dataclass(frozen=True)
class Mark:
    """The score of one answer, 0..1, with feedback. `misconceptions` are those that it revealed."""

    score: float
    feedback: tuple[Feedback, ...] = ()
    misconceptions: tuple[str, ...] = ()
    note: str = ""

    @property
    def grade(self) -> Grade:
        """The score as a word, before hints: full credit is right, none is wrong."""
        return Grade.RIGHT if self.score >= 1 else Grade.WRONG if self.score <= 0 else Grade.PARTLY

    @property
    def correct(self) -> bool:
        """Whether the answer was right in full, regardless of hints."""
        return self.grade is Grade.RIGHT

    def credit(self, hints: int = 0) -> float:
        """The score minus the cost of hints, 0..1.

        >>> Mark(1.0).credit(hints=1), Mark(0.5).credit(hints=9)
        (0.75, 0.0)
        """
        return max(0.0, self.score * (1 - HINT_COST * hints))
