"""How long each question of an exam was looked at: until the learner moves on, answers or hands in."""

from collections.abc import Callable

from components import session
from components.once_per_opening import once_per_opening
from components.response_log import answer_id
from core.quiz.exam import spent
from core.quiz.place import MOST_SECONDS
from core.quiz.quiz import Quiz


def stop_clock() -> None:
    """Stops counting until a question is shown again: the time in between belongs to no question."""
    session.keep("exam.shown", None)


def note_question(quiz: Quiz) -> None:
    """Remembers when the question that is shown now was opened in this tab; another page ends its time."""
    if once_per_opening("exam.shown", answer_id(quiz, quiz.item_id)):
        session.keep("exam.shown_at", session.now())


def timed(quiz: Quiz, step: Callable[[Quiz], Quiz]) -> Callable[[Quiz], Quiz]:
    """A step that also counts the seconds since the question was opened, or since they were counted last."""
    now = session.now()
    seconds = (now - session.kept("exam.shown_at", now)).total_seconds()
    session.keep("exam.shown_at", now)
    here = quiz.item_id
    return lambda kept: step(spent(kept, here, min(max(seconds, 0.0), MOST_SECONDS)))
