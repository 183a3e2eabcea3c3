"""Interview answers on their way to the log, and from there into the review. The learner's verdicts count."""

from components import session
from components.keep_answer import keep_answer
from components.learner_settings import learner_settings
from core.content.interview_items import FreeAnswer
from core.interview.turn import Turn, share
from core.quiz.answers import SelfGraded
from core.quiz.coming import when_words
from core.quiz.log import Mode
from core.quiz.mark import Mark
from core.quiz.marking import suggested_rating

_RECENT = 200
"""How many of the last answers to interview questions are searched for those in the review."""


def log_turn(turn: Turn, item: FreeAnswer, answer_id: str, mode: Mode, quiz: str | None = None) -> None:
    """Appends an answer under its id, once.

    Raises:
        StoreError: it was not kept.
    """
    score = share(turn, item)
    rating = suggested_rating(Mark(score))
    given = SelfGraded(rating=rating)
    seconds = turn.answering_seconds or None
    keep_answer(answer_id, item, rating, score, mode=mode, answer=given, seconds=seconds, quiz=quiz)


def review_turn(turn: Turn, item: FreeAnswer, sitting: str) -> None:
    """Puts a question into the review with the grade that its verdicts imply, once for each interview.

    Raises:
        StoreError: it was not kept.
    """
    if item.id not in _added(sitting):
        showing = session.store().log.showing_id(session.learner().key, item.id)
        log_turn(turn, item, showing, Mode.REVIEW, sitting)


def added_when(sitting: str, *ids: str) -> str:
    """When the first of an interview's questions comes that were put into the review; empty until all of them were.

    The log tells: a reload, another tab and an undo change it.

    Raises:
        StoreError: it could not be read.
    """
    if not ids or not set(ids) <= _added(sitting):
        return ""
    store, key = session.store(), session.learner().key
    dues = [card.due for card in (store.cards.card(key, item_id) for item_id in ids) if card]
    return when_words(min(dues), session.now(), learner_settings()) if dues else ""


def _added(sitting: str) -> set[str]:
    """The questions that an interview put into the review, without those that were taken back."""
    log = session.store().log.recent(session.learner().key, _RECENT, kind="free-answer")
    return {one.item_id for one in log if one.mode is Mode.REVIEW and one.quiz == sitting}
