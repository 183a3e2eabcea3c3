"""Callbacks of a question in a drill: give an answer, give up, open the back of a card."""

from functools import partial

from components import session
from components.answer_now import answer_now
from components.quiz_place import change_quiz
from components.response_log import answer_id, log_response
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, Rating, SelfGraded
from core.quiz.log import Confidence
from core.quiz.mark import InvalidAnswerError, Mark
from core.quiz.marking import given_up, mark
from core.quiz.quiz import Quiz, Response, respond

LONGEST_S = 86_400.0


def form_key(name: str, quiz: Quiz, item: AnyItem) -> str:
    """The key of an item's form: its own in each quiz."""
    return f"{name}-{quiz.id}-{item.id.replace('~', '-')}"


def note_shown(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Remembers when this tab first showed a question, for the seconds that its answer took."""
    shown = answer_id(quiz, item.id)
    if session.once(f"{name}.shown", shown):
        session.keep(f"{name}.shown_at", session.now())


def give(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Gives what stands in the form; nothing happens while it is incomplete."""
    answer = answer_now(item, form_key(name, quiz, item))
    if answer is None:
        return
    try:
        found = mark(item, answer)
    except InvalidAnswerError as error:
        session.keep("quiz.trouble", str(error))
        return
    _give(name, quiz, item, answer, found)


def give_recalled(name: str, quiz: Quiz, item: AnyItem, knew: bool) -> None:
    """Gives the learner's own grade of a card."""
    answer = SelfGraded(rating=Rating.GOOD if knew else Rating.AGAIN)
    _give(name, quiz, item, answer, mark(item, answer))


def give_up(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Gives “I do not know”."""
    _give(name, quiz, item, None, given_up(item))


def turn(key: str) -> None:
    """Turns a card over, or opens a hint."""
    session.keep(key, True)


def _give(name: str, quiz: Quiz, item: AnyItem, answer: AnyAnswer | None, found: Mark) -> None:
    key = form_key(name, quiz, item)
    seconds = (session.now() - session.kept(f"{name}.shown_at", session.now())).total_seconds()
    sure = session.widget_value(f"{key}.confidence")
    response = Response(
        id=answer_id(quiz, item.id),
        answer=answer,
        confidence=Confidence(sure) if sure and answer is not None else None,
        hints=int(bool(session.kept(f"{key}.hint"))),
        seconds=min(max(seconds, 0.0), LONGEST_S),
    )
    if log_response(quiz, item, response, found):
        change_quiz(name, quiz.id, partial(_responded, item_id=item.id, response=response))


def _responded(quiz: Quiz, item_id: str, response: Response) -> Quiz:
    """Only on the question that was shown: another tab may stand elsewhere."""
    return respond(quiz, response) if quiz.item_id == item_id else quiz
