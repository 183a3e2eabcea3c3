"""A fixed clock, and answers made short."""

from datetime import UTC, date, datetime, timedelta

from core.quiz.answers import AnyAnswer, Rating
from core.quiz.days import day_of
from core.quiz.log import Answered, Confidence, Mode
from core.quiz.settings import ReviewSettings

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
PLAIN = ReviewSettings()


def later(**amount: float) -> datetime:
    """So long after the start."""
    return START + timedelta(**amount)


def answered(
    number: int, item_id: str, rating: Rating = Rating.GOOD, at: datetime = START, mode: Mode = Mode.REVIEW
) -> Answered:
    """An answer whose score follows its rating."""
    score = 0.0 if rating is Rating.AGAIN else 1.0
    day = day_of(at, PLAIN)
    return Answered(f"a{number}", item_id, "flashcard", at, day, rating, score, mode)


def said(number: int, item_id: str, score: float, confidence: Confidence, answer: AnyAnswer | None = None) -> Answered:
    """An answer in a drill with a stated confidence."""
    rating = Rating.GOOD if score >= 1 else Rating.AGAIN
    return Answered(
        f"s{number}", item_id, "case", START, MONDAY, rating, score, Mode.DRILL, answer=answer, confidence=confidence
    )
