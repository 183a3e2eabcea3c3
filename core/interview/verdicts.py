"""The marks of an answer as frozen values. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from core.interview.rubric import KeyPoint
from core.interview.windows import Span


class Verdict(StrEnum):
    """What marking says of a key point. “Not sure” is a question to the learner."""

    COVERED = "covered"
    NOT_SURE = "not sure"
    MISSING = "missing"


CREDIT = {Verdict.COVERED: 1.0, Verdict.NOT_SURE: 0.5, Verdict.MISSING: 0.0}
"""What a verdict counts for in the score."""


@dataclass(frozen=True)
class PointMark:
    """How one key point was found: `strength` 0..1, `evidence` the learner's own words, `note` why it was held back.

    `credit` 0..1 is what it earns where that is known more finely than by its verdict.
    """

    id: str
    verdict: Verdict
    strength: float
    evidence: Span | None = None
    note: str = ""
    credit: float | None = None

    @property
    def earned(self) -> float:
        """What it counts for in the score, 0..1."""
        return CREDIT[self.verdict] if self.credit is None else self.credit


def score_of(points: tuple[PointMark, ...], key_points: tuple[KeyPoint, ...]) -> float:
    """The weighted share 0..1 of what the points earn; both in the same order."""
    earned = sum(key.weight * point.earned for key, point in zip(key_points, points, strict=True))
    return round(earned / sum(key.weight for key in key_points), 4)


@dataclass(frozen=True)
class MisconceptionMark:
    """A misconception that the answer sounds like, and the words that do."""

    id: str
    strength: float
    evidence: Span


@dataclass(frozen=True)
class AnswerMark:
    """All that marking says of an answer; `score` 0..1 is the weighted share that its points earn.

    `judgeable` is false when there is too little, or nothing that can be read; `notes` are sentences for the learner.
    """

    score: float
    judgeable: bool
    points: tuple[PointMark, ...]
    misconceptions: tuple[MisconceptionMark, ...] = ()
    notes: tuple[str, ...] = ()

    def count(self, verdict: Verdict) -> int:
        """How many key points have this verdict."""
        return sum(1 for point in self.points if point.verdict is verdict)
