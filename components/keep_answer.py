"""Adds an answer to the learner's log, wherever it was given: its moment, its day and the target recall."""

from typing import TypedDict, Unpack

from components import session
from components.learner_settings import learner_settings
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, Rating
from core.quiz.days import day_of
from core.quiz.log import Answered, Confidence, Mode
from core.store.answer_log import Appended


class Told(TypedDict, total=False):
    """What else is known of an answer."""

    mode: Mode
    answer: AnyAnswer | None
    confidence: Confidence | None
    hints: int
    seconds: float | None
    quiz: str | None


def keep_answer(answer_id: str, item: AnyItem, rating: Rating, score: float, **told: Unpack[Told]) -> Appended:
    """Appends the answer under its id; a second time changes nothing.

    Raises:
        StoreError: it was not kept; the same call may be made again.
    """
    settings, now = learner_settings(), session.now()
    entry = Answered(
        id=answer_id,
        item_id=item.id,
        kind=item.kind,
        at=now,
        day=day_of(now, settings),
        rating=rating,
        score=score,
        retention=settings.desired_retention,
        **told,
    )
    return session.store().log.append(session.learner().key, entry)
