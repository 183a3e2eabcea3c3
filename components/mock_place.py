"""Where one stands in a mock interview: read from the store, changed by one step, kept again; and past ones."""

from collections.abc import Callable

from components import session
from components.interview_log import log_turn
from components.interview_mark import interview_mark
from components.quiz_place import try_to
from core.content.interview_items import FreeAnswer, Level, Topic
from core.interview.mock import Draft, MockInterview, answer, choose_questions, end, give_up, rate, with_draft
from core.interview.sitting import read_mock
from core.interview.verdicts import Verdict
from core.quiz.log import Mode
from core.store.drafts import MAX_CHARACTERS

NAME, PAST = "interview", "interview-past-"
MOST_PAST = 12
"""So many past interviews are kept; the oldest give way."""


def open_mock() -> MockInterview | None:
    """The interview that is going on; None when there is none.

    Raises:
        StoreError: it could not be read.
    """
    mock = read_mock(session.store().drafts.get(session.learner().key, NAME))
    return mock if mock and not mock.over and mock_rubric(mock) in session.rubrics() else None


def mock_rubric(mock: MockInterview) -> str:
    """The id of what is asked now."""
    return f"{mock.question_id}/{mock.asking}" if mock.asking else str(mock.question_id)


def past_mocks() -> tuple[MockInterview, ...]:
    """The interviews that are over, the latest first.

    Raises:
        StoreError: they could not be read.
    """
    kept = session.store().drafts.all(session.learner().key)
    found = (read_mock(text) for name, text in kept.items() if name.startswith(PAST))
    return tuple(sorted((mock for mock in found if mock), key=lambda mock: mock.started, reverse=True))


def start_mock(level: Level, topics: tuple[Topic, ...], length: int, seed: str) -> None:
    """Begins an interview in the place of the one before; a callback."""
    ids = choose_questions(session.content(), level, topics, length, seed)
    mock = MockInterview(id=seed, started=session.now(), level=level, topics=topics, question_ids=ids)
    session.put_param("session", None)
    try_to(lambda: _put(NAME, mock))


def keep_mock_typed(shown: MockInterview, draft: Draft) -> None:
    """Keeps what stands in the box; a callback."""
    _change(shown, lambda now: with_draft(now, draft))


def give_mock(shown: MockInterview, draft: Draft | None) -> None:
    """Takes an answer, or None for “I do not know”; nothing is said of it. A callback."""
    given = draft or shown.draft.model_copy(update={"answer": ""})
    mark = interview_mark(mock_rubric(shown), given.answer)
    if draft is None:
        taken = _change(shown, lambda now: give_up(now, given, mark))
    else:
        taken = _change(shown, lambda now: answer(now, session.content(), given, mark))
    if taken is None:
        session.keep("interview.tries", int(session.kept("interview.tries", 0)) + 1)


def end_mock(shown: MockInterview) -> None:
    """Ends the interview before its end; without an answer it is forgotten. A callback."""
    if shown.turns:
        _change(shown, lambda now: end(now, session.now()))
    else:
        try_to(lambda: session.store().drafts.clear(session.learner().key, NAME))


def rate_past(shown: MockInterview, turn: int, point: str, verdict: Verdict | None) -> None:
    """Keeps the learner's verdict on a point of an interview that is over; a callback."""
    if verdict is not None:
        try_to(lambda: _put(PAST + shown.id, rate(shown, turn, {point: verdict})))


def _change(shown: MockInterview, step: Callable[[MockInterview], MockInterview]) -> MockInterview | None:
    """The interview after a step, kept; None when it was not, or when another tab went on meanwhile."""
    found: list[MockInterview] = []

    def work() -> None:
        now = open_mock()
        if now is not None and (now.id, len(now.turns)) == (shown.id, len(shown.turns)):
            stepped = step(now)
            _finish(stepped) if stepped.over or _full(stepped) else _put(NAME, stepped)
            found.append(stepped)

    try_to(work)
    return found[0] if found else None


def _full(mock: MockInterview) -> bool:
    """Whether another long answer might not fit into what is kept."""
    return len(mock.model_dump_json()) > MAX_CHARACTERS // 2


def _finish(mock: MockInterview) -> None:
    """Keeps an interview among the past ones, counts its questions in the log, and opens its debrief."""
    over = end(mock, session.now())
    _put(PAST + over.id, over)
    for turn in over.turns:
        item = session.content().item_by_id.get(turn.question)
        if turn.follow_up is None and isinstance(item, FreeAnswer):
            log_turn(turn, item, f"{over.id}.{item.id}", Mode.INTERVIEW)
    for old in past_mocks()[MOST_PAST:]:
        session.store().drafts.clear(session.learner().key, PAST + old.id)
    session.store().drafts.clear(session.learner().key, NAME)
    session.put_param("session", over.id)


def _put(name: str, mock: MockInterview) -> None:
    session.store().drafts.put(session.learner().key, name, mock.model_dump_json(), session.now())
