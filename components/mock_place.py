"""Where one stands in a mock interview: read from the store, changed by one step, kept again."""

from collections.abc import Callable

from components import session
from components.interview_log import log_turn
from components.interview_mark import interview_mark
from components.interview_place import not_kept, not_taken
from components.open_mock import NAME, open_mock
from components.past_mocks import PAST, past_mocks
from components.use_store import use_store
from core.content.interview_items import FreeAnswer, Level, Topic
from core.interview.mock import MockInterview, answer, end, give_up, read_mock, with_draft
from core.interview.own_rating import next_to_rate, pass_all, pass_on
from core.interview.turn import Draft, rate, rate_rest_missing
from core.interview.verdicts import Verdict
from core.language.text import marked
from core.quiz.log import Mode
from core.store.drafts import MAX_CHARACTERS

MOST_PAST = 12
"""How many past interviews are kept; the oldest are forgotten."""
_GONE_ON = "mock.gone-on"
"""Where this tab went on from: what its box reports of that question may come after the press."""
_OPEN = marked("An interview that you began in another tab is still open. It goes on here: end it to begin a new one.")


def start_mock(level: Level, topics: tuple[Topic, ...], ids: tuple[str, ...], seed: str) -> None:
    """Begins an interview, unless one is open: begun in another tab, it goes on. A callback."""
    mock = MockInterview(id=seed, started=session.now(), level=level, topics=topics, question_ids=ids)
    session.put_param("session", None)

    def work() -> None:
        now = open_mock()
        if now is None:
            _put(NAME, mock)
        elif now.id != seed:
            not_taken((_OPEN,))

    use_store(work)


def keep_mock_typed(shown: MockInterview, draft: Draft) -> None:
    """Keeps what stands in the box, or says that another tab went on meanwhile; a callback."""
    kept = _change(shown, lambda now: with_draft(now, draft))
    if kept is None and draft.is_written and session.kept(_GONE_ON) != _place(shown):
        not_kept()


def give_mock(shown: MockInterview, draft: Draft | None) -> None:
    """Takes an answer, or None for “I do not know”, and says nothing of it; a callback.

    One that cannot be judged, as in another language, is not taken: it says why, and the box stays open.
    """
    given = draft or shown.draft.model_copy(update={"answer": ""})
    mark = interview_mark(shown.rubric_id, given.answer)
    if draft is not None and not mark.judgeable:
        keep_mock_typed(shown, draft)
        not_taken(mark.notes)
        return
    session.keep(_GONE_ON, _place(shown))
    if draft is None:
        taken = _change(shown, lambda now: give_up(now, given, mark))
    else:
        taken = _change(shown, lambda now: answer(now, session.content(), given, mark))
    if taken is None:
        not_kept()


def end_mock(shown: MockInterview) -> None:
    """Ends the interview before its end; what stands in the box is its last answer. A callback."""
    session.keep(_GONE_ON, _place(shown))
    _change(shown, lambda now: end(_with_draft_given(now), session.now()))


def _with_draft_given(mock: MockInterview) -> MockInterview:
    if not mock.draft.is_written:
        return mock
    return answer(mock, session.content(), mock.draft, interview_mark(mock.rubric_id, mock.draft.answer))


def rate_answer(shown: MockInterview, turn: int, own: dict[str, Verdict]) -> None:
    """Keeps the learner's verdicts on an answer whose marks are not shown yet; a callback."""
    _change(shown, lambda now: rate(now, turn, own))


def rate_rest(shown: MockInterview, turn: int) -> None:
    """Says of every point of an answer that has no rating that it was not made; a callback."""
    _change(shown, lambda now: rate_rest_missing(now, turn))


def pass_answer(shown: MockInterview, turn: int) -> None:
    """Goes on from an answer that was rated or is skipped; after the last the debrief opens. A callback."""
    _change(shown, lambda now: pass_on(now, turn))


def pass_answers(shown: MockInterview) -> None:
    """Goes on to the debrief at once; a callback."""
    _change(shown, pass_all)


def rate_past(shown: MockInterview, turn: int, own: dict[str, Verdict]) -> None:
    """Keeps the learner's verdicts on an answer of an interview that was debriefed; a callback."""

    def work() -> None:
        now = read_mock(session.store().drafts.get(session.learner().key, PAST + shown.id))
        if now is not None:
            _put(PAST + shown.id, rate(now, turn, own))

    use_store(work)


def _change(shown: MockInterview, step: Callable[[MockInterview], MockInterview]) -> MockInterview | None:
    """The interview after a step, kept; None when it was not, or when another tab went on meanwhile."""
    found: list[MockInterview] = []

    def work() -> None:
        now = open_mock()
        if now is not None and _place(now) == _place(shown):
            stepped = step(now)
            if stepped.over or _full(stepped):
                stepped = end(stepped, session.now())
            if stepped.over and next_to_rate(stepped, session.content()) is None:
                _finish(stepped)
            else:
                _put(NAME, stepped)
            found.append(stepped)

    use_store(work)
    return found[0] if found else None


def _place(mock: MockInterview) -> tuple[str, int]:
    """Which question of which interview is open."""
    return mock.id, len(mock.turns)


def _full(mock: MockInterview) -> bool:
    """Whether another long answer might not fit into what is kept."""
    return len(mock.model_dump_json()) > MAX_CHARACTERS // 2


def _finish(over: MockInterview) -> None:
    """Keeps an interview among the past ones and opens its debrief; one in which nothing was answered is forgotten."""

    def work() -> None:
        if over.turns:
            _keep_past(over)
        session.store().drafts.clear(session.learner().key, NAME)

    session.store().together(work)
    session.put_param("way", "mock")
    session.put_param("session", over.id if over.turns else None)


def _keep_past(over: MockInterview) -> None:
    """Keeps an interview, counts its questions in the log, and forgets the oldest of too many."""
    _put(PAST + over.id, over)
    for turn in over.turns:
        item = session.content().item_by_id.get(turn.question)
        if turn.follow_up is None and isinstance(item, FreeAnswer):
            log_turn(turn, item, f"{over.id}.{item.id}", Mode.INTERVIEW)
    for old in past_mocks()[MOST_PAST:]:
        session.store().drafts.clear(session.learner().key, PAST + old.id)


def _put(name: str, mock: MockInterview) -> None:
    session.store().drafts.put(session.learner().key, name, mock.model_dump_json(), session.now())
