"""Calibration: how sure a learner was, compared with how often they were right. Never lowers a score. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.quiz.log import Answered, Confidence, last_answers

STATED = {Confidence.GUESS: 0.35, Confidence.FAIRLY: 0.7, Confidence.SURE: 0.95}
"""The share of right answers that each word stands for."""
LEAST_ANSWERS = 10
"""How many answers it takes for a share to say something: one answer is always wholly right or wholly wrong."""
_CLOSE_POINTS = 10


@dataclass(frozen=True)
class CalibrationPoint:
    """One level of confidence: how many answers, the share that was right, and the share that it promises."""

    confidence: Confidence
    answers: int
    right: float
    stated: float

    @property
    def gap(self) -> float:
        """Above 0: surer than right. Below 0: righter than sure."""
        return self.stated - self.right

    @property
    def points_off(self) -> int:
        """The gap in whole percentage points, either way; 0 where it is close.

        >>> [CalibrationPoint(Confidence.FAIRLY, 10, right, 0.7).points_off for right in (0.8, 0.6, 0.81, 0.5)]
        [0, 0, 11, 20]
        """
        points = round(abs(self.gap) * 100)
        return points if points > _CLOSE_POINTS else 0

    @property
    def enough(self) -> bool:
        """Whether there are enough answers to say anything."""
        return self.answers >= LEAST_ANSWERS


def calibration(answers: Iterable[Answered]) -> tuple[CalibrationPoint, ...]:
    """A point for each level that was used, from guess to sure; half-right answers count by their score."""
    scores: dict[Confidence, list[float]] = {level: [] for level in Confidence}
    for answer in answers:
        if answer.confidence is not None:
            scores[answer.confidence].append(answer.score)
    return tuple(
        CalibrationPoint(level, len(found), sum(found) / len(found), STATED[level])
        for level, found in scores.items()
        if found
    )


def sure_but_wrong(answers: Iterable[Answered]) -> tuple[str, ...]:
    """Items whose last answer with a stated confidence was sure and not right, latest first: the head of a review."""
    last = last_answers(answer for answer in answers if answer.confidence is not None)
    return tuple(a.item_id for a in reversed(last) if a.confidence is Confidence.SURE and not a.correct)
