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
from core.quiz.scheduling import Card


def log_turn(turn: Turn, item: FreeAnswer, answer_id: str, mode: Mode) -> Card | None:
    """Appends an answer under its id, once; its card when it has one.

    Raises:
        StoreError: it was not kept.
    """
    score = share(turn, item)
    rating = suggested_rating(Mark(score))
    given = SelfGraded(rating=rating)
    seconds = turn.answering_seconds or None
    return keep_answer(answer_id, item, rating, score, mode=mode, answer=given, seconds=seconds).card


def review_turn(turn: Turn, item: FreeAnswer, token: str) -> None:
    """Puts a question into the review with the grade that its verdicts imply, once for each token.

    Raises:
        StoreError: it was not kept.
    """
    if session.kept(f"interview.added.{token}"):
        return
    key = session.learner().key
    card = log_turn(turn, item, session.store().log.showing_id(key, item.id), Mode.REVIEW)
    if card is not None:
        session.keep(f"interview.added.{token}", card.due)


def added_when(*tokens: str) -> str:
    """When the first of the questions comes that were put into the review; empty until all of the tokens were."""
    dues = [session.kept(f"interview.added.{token}") for token in tokens]
    return when_words(min(dues), session.now(), learner_settings()) if dues and all(dues) else ""
