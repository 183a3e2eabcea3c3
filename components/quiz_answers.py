"""Callbacks of a question in a drill: give an answer, give up, open the back of a card."""

from datetime import datetime
from functools import partial

from components import session
from components.answer_now import answer_now
from components.once_per_opening import once_per_opening
from components.press_trouble import TROUBLE
from components.quiz_place import change_quiz
from components.response_log import answer_id, log_response
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, Rating, SelfGraded
from core.quiz.log import Confidence
from core.quiz.mark import InvalidAnswerError, Mark
from core.quiz.marking import given_up, mark
from core.quiz.place import MOST_SECONDS
from core.quiz.quiz import Quiz, Response, go_to, next_open, respond_to, submit, with_hint


def form_key(name: str, quiz: Quiz, item: AnyItem) -> str:
    """The key of an item's form: its own in each quiz."""
    return f"{name}-{quiz.id}-{item.id}"


def note_shown(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Remembers when this tab first showed a question, for the seconds that its answer took."""
    if once_per_opening(f"{name}.shown", answer_id(quiz, item.id)):
        session.keep(f"{name}.shown_at", session.now())


def give(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Submits what is entered in the form; does nothing while it is incomplete."""
    answer = answer_now(item, form_key(name, quiz, item))
    if answer is None:
        return
    try:
        found = mark(item, answer)
    except InvalidAnswerError as error:
        session.keep(TROUBLE, str(error))
        return
    _give(name, quiz, item, answer, found)


def give_recalled(name: str, quiz: Quiz, item: AnyItem, knew: bool) -> None:
    """Gives the learner's own grade of a card, and goes on: its back was seen already."""
    answer = SelfGraded(rating=Rating.GOOD if knew else Rating.AGAIN)
    if _give(name, quiz, item, answer, mark(item, answer)):
        change_quiz(name, quiz.id, partial(_past, item_id=item.id, at=session.now()))


def give_up(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Gives “I do not know”."""
    _give(name, quiz, item, None, given_up(item))


def show_hint(name: str, quiz: Quiz, item: AnyItem) -> None:
    """Opens a hint: it stays open, and costs what it costs, after a reload too."""
    change_quiz(name, quiz.id, partial(with_hint, item_id=item.id))


def turn(key: str) -> None:
    """Turns a card over."""
    session.keep(key, True)


def _give(name: str, quiz: Quiz, item: AnyItem, answer: AnyAnswer | None, found: Mark) -> bool:
    key = form_key(name, quiz, item)
    seconds = (session.now() - session.kept(f"{name}.shown_at", session.now())).total_seconds()
    sure = session.widget_value(f"{key}.confidence")
    response = Response(
        id=answer_id(quiz, item.id),
        answer=answer,
        confidence=Confidence(sure) if sure and answer is not None else None,
        hints=int(item.id in quiz.hinted),
        seconds=min(max(seconds, 0.0), MOST_SECONDS),
    )
    step = partial(respond_to, item_id=item.id, response=response)
    return log_response(quiz, item, response, found) and change_quiz(name, quiz.id, step)


def _past(quiz: Quiz, item_id: str, at: datetime) -> Quiz:
    if quiz.item_id != item_id:
        return quiz
    following = next_open(quiz)
    return submit(quiz, at) if following is None else go_to(quiz, following)
