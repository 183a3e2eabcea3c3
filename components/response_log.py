"""Writes the responses of a drill, an exam or the cases to the learner's log, once across tabs and retries."""

from functools import partial

from components import session
from components.keep_answer import keep_answer
from components.keep_missed import keep_missed
from components.use_store import use_store
from core.content.items import AnyItem
from core.quiz.answers import SelfGraded
from core.quiz.generated import find_item
from core.quiz.mark import Mark
from core.quiz.marking import suggested_rating
from core.quiz.quiz import Quiz, Response, marks
from core.store.errors import StoreError


def answer_id(quiz: Quiz, item_id: str) -> str:
    """The id under which the log keeps the response to an item: the same in every tab."""
    return f"{quiz.id}.{item_id}"


def log_response(quiz: Quiz, item: AnyItem, response: Response, found: Mark) -> bool:
    """Appends one response; returns whether it is kept now. A second call changes nothing."""
    return use_store(partial(_keep, quiz, item, response, found))


def log_exam(quiz: Quiz) -> bool:
    """Appends every response of a submitted exam at once, open questions as not known; returns whether all are kept."""
    content = session.content()

    def work() -> None:
        for name, found in marks(quiz, content).items():
            given = quiz.responses.get(name, Response(id=answer_id(quiz, name)))
            if item := find_item(content, name):
                _keep(quiz, item, given.model_copy(update={"seconds": quiz.spent.get(name)}), found)

    return use_store(lambda: session.store().together(work))


def _keep(quiz: Quiz, item: AnyItem, response: Response, found: Mark) -> None:
    given = response.answer
    rating = given.rating if isinstance(given, SelfGraded) else suggested_rating(found, response.hints)
    keep_answer(
        answer_id(quiz, item.id),
        item,
        rating,
        found.score,
        mode=quiz.mode,
        answer=given,
        confidence=response.confidence,
        hints=response.hints,
        seconds=response.seconds,
        quiz=quiz.id,
    )


def made_due(quiz: Quiz, item_ids: tuple[str, ...]) -> bool:
    """Whether `make_due` has put these items into the review before, be it in another tab or before a reload."""
    names = [_again(quiz, name) for name in item_ids]
    try:
        return len(session.store().log.known(session.learner().key, names)) == len(names)
    except StoreError:
        return False  # to be offered twice does no harm: the log takes each once


def make_due(quiz: Quiz, item_ids: tuple[str, ...]) -> bool:
    """Appends a review graded Again for each item, so that it is due within minutes; returns whether all are kept.

    The log stays the only truth: what was missed counts as a review that failed, and undo takes it back.
    """
    content = session.content()

    def work() -> None:
        for name in item_ids:
            if item := find_item(content, name):
                keep_missed(_again(quiz, name), item, quiz.id)

    return use_store(lambda: session.store().together(work))


def _again(quiz: Quiz, item_id: str) -> str:
    return f"{answer_id(quiz, item_id)}.again"
