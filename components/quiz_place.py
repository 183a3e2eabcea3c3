"""The current place in a drill, an exam or the cases: read from the store, changed one step at a time, kept again.

Each tab keeps the question that it shows, so that a second tab does not turn the page of the first.
"""

import secrets
from collections.abc import Callable
from functools import partial

from pydantic import ValidationError

from components import session
from components.press_trouble import TROUBLE
from components.use_store import use_store
from core.content.models import Content
from core.language.text import marked
from core.quiz.answers import AnyAnswer
from core.quiz.log import Confidence, Mode
from core.quiz.quiz import MOST_TITLE, Quiz, go_to, still_known, with_draft

DRILL, EXAM = "drill", "exam"
"""The names under which the drill and the exam of a learner are kept; others are named where they are drawn."""
SEED_BITS = 24


def new_seed() -> int:
    """A seed that nobody had yet, short enough to be written down."""
    return secrets.randbits(SEED_BITS)


def kept_seed(name: str) -> int:
    """The seed that the session keeps under a name until a start drops it: to look again shuffles nothing."""
    if session.kept(name) is None:
        session.keep(name, new_seed())
    return int(session.kept(name))


def start_quiz(name: str, title: str, mode: Mode, item_ids: tuple[str, ...]) -> None:
    """Begins a quiz in the place of the one before, unless that is an exam to be handed in; a callback."""
    quiz = Quiz(id=session.new_id(), title=title[:MOST_TITLE], mode=mode, item_ids=item_ids, started=session.now())

    def work() -> None:
        if not _exam_goes_on(name, kept_quiz(name, session.content())):
            _put(name, quiz)
            session.keep(f"{name}.place", (quiz.id, 0))

    use_store(work)


def _exam_goes_on(name: str, kept: Quiz | None) -> bool:
    """Whether an open exam must be kept, since its answers are stored nowhere else; says so if another tab began it."""
    if kept is None or not kept.is_exam or kept.submitted:
        return False
    if _shown(name) != kept.id:  # else the start was pressed twice
        session.keep(TROUBLE, marked("An exam that you began in another tab is still open. It goes on here."))
    return True


def _other_goes_on(name: str, kept: Quiz | None) -> bool:
    """Whether another tab has begun a quiz since: then it must be kept, and this tab may not close it. Says so."""
    if kept is None or _shown(name) in (None, kept.id):
        return False
    session.keep(TROUBLE, marked("Questions that you began in another tab are still open. They go on here."))
    return True


def _shown(name: str) -> str | None:
    """The id of the quiz that this tab shows."""
    shown = session.kept(f"{name}.place")
    return str(shown[0]) if shown else None


def _put(name: str, quiz: Quiz) -> None:
    session.store().drafts.put(session.learner().key, name, quiz.model_dump_json(), session.now())


def open_quiz(name: str, content: Content) -> Quiz | None:
    """The quiz that is open, at the question that this tab shows; None when there is none.

    Raises:
        StoreError: it could not be read.
    """
    read = _read(name)
    quiz = still_known(read, content) if read else None
    if read is None or quiz is None:
        return None
    if len(quiz.item_ids) < len(read.item_ids):
        session.keep(f"{name}.left_out", (quiz.id, len(read.item_ids) - len(quiz.item_ids)))
    shown = session.kept(f"{name}.place")
    if shown and shown[0] == quiz.id:
        return quiz if shown[1] == quiz.place else go_to(quiz, shown[1])
    if not quiz.submitted:
        session.keep(f"{name}.place", (quiz.id, quiz.place))
    return quiz


def kept_quiz(name: str, content: Content) -> Quiz | None:
    """The quiz that is open, at the question that was last shown in any tab; None when there is none.

    Raises:
        StoreError: it could not be read.
    """
    read = _read(name)
    return still_known(read, content) if read else None


def _read(name: str) -> Quiz | None:
    text = session.store().drafts.get(session.learner().key, name)
    try:
        return Quiz.model_validate_json(text) if text is not None else None
    except ValidationError:  # written by another version
        return None


def change_quiz(name: str, quiz_id: str, step: Callable[[Quiz], Quiz]) -> bool:
    """Changes the stored quiz by one step and stores it again; returns whether that worked.

    Another quiz is left alone, and that the one that was meant is gone is told with the next that is drawn.
    """
    found: list[Quiz] = []

    def work() -> None:
        quiz = open_quiz(name, session.content())
        if quiz is not None and quiz.id == quiz_id:
            stepped = step(quiz)
            if stepped is not quiz:
                _put(name, stepped)
            found.append(stepped)

    if not use_store(work):
        return False
    if not found:
        session.keep(TROUBLE, marked("These questions were ended in another tab."))
        return False
    session.keep(f"{name}.place", (found[0].id, found[0].place))
    return True


def leave_quiz(name: str) -> None:
    """Forgets the quiz that is shown, unless it is an exam to be handed in; its answers stay in the log. A callback."""

    def work() -> None:
        kept = kept_quiz(name, session.content())
        if not _exam_goes_on(name, kept) and not _other_goes_on(name, kept):
            session.store().drafts.clear(session.learner().key, name)

    use_store(work)


def keep_draft(name: str, quiz: Quiz, answer: AnyAnswer | None, sure: Confidence | None) -> None:
    """Stores what is entered in the widgets, if it is new."""
    if (answer, sure) != (quiz.draft, quiz.sure):
        change_quiz(name, quiz.id, partial(with_draft, draft=answer, sure=sure))
