"""What was given in a drill, an exam or the cases goes to the learner's log, once for all tabs and tries."""

from dataclasses import replace
from functools import partial

from components import session
from components.quiz_place import try_to
from core.content.items import AnyItem
from core.quiz.answers import Rating, SelfGraded
from core.quiz.days import day_of
from core.quiz.generated import find_item
from core.quiz.log import Answered
from core.quiz.mark import Mark
from core.quiz.marking import suggested_rating
from core.quiz.quiz import Quiz, Response, marks


def answer_id(quiz: Quiz, item_id: str) -> str:
    """The id under which the log keeps the response to an item: the same in every tab."""
    return f"{quiz.id}.{item_id}"


def log_response(quiz: Quiz, item: AnyItem, response: Response, found: Mark) -> bool:
    """Appends one response; whether it is kept now. A second time changes nothing."""
    given = response.answer
    rating = given.rating if isinstance(given, SelfGraded) else suggested_rating(found, response.hints)
    now = session.now()
    entry = Answered(
        id=answer_id(quiz, item.id),
        item_id=item.id,
        kind=item.kind,
        at=now,
        day=now.date(),
        rating=rating,
        score=found.score,
        mode=quiz.mode,
        answer=given,
        confidence=response.confidence,
        hints=response.hints,
        seconds=response.seconds,
        quiz=quiz.id,
    )
    return try_to(partial(_append, entry))


def log_exam(quiz: Quiz) -> bool:
    """Appends every response of an exam that was handed in, questions left open as not known; whether all are kept."""
    content = session.content()
    for name, found in marks(quiz, content).items():
        item = find_item(content, name)
        response = quiz.responses.get(name, Response(id=answer_id(quiz, name)))
        if item is not None and not log_response(quiz, item, response, found):
            return False
    return True


def make_due(quiz: Quiz, item_ids: tuple[str, ...]) -> bool:
    """Appends a review graded Again for each item, so that it falls due within minutes; whether all are kept.

    The log stays the only truth: what was missed counts as a review that failed, and undo takes it back.
    """
    content, now = session.content(), session.now()
    for name in item_ids:
        item = find_item(content, name)
        if item is not None:
            entry = Answered(f"{answer_id(quiz, name)}.again", name, item.kind, now, now.date(), Rating.AGAIN, 0.0)
            if not try_to(partial(_append, entry)):
                return False
    return True


def _append(entry: Answered) -> None:
    store, key = session.store(), session.learner().key
    settings = store.learners.settings(key)
    store.log.append(key, replace(entry, day=day_of(entry.at, settings), retention=settings.desired_retention))
