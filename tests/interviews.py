"""Interviews that stand at some place: for pages that are opened there."""

from datetime import UTC, datetime

from core.content.interview_items import Level, Topic
from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import load_marker
from core.interview.mock import MockInterview, answer, end
from core.interview.own_rating import pass_all
from core.interview.sitting import Sitting, lock, show_marks
from core.interview.turn import Draft, rate
from core.interview.verdicts import AnswerMark, Verdict

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
QUESTION = "tuning-over-rag"
FIRST, SAID = "rag-first", "style"
ANSWER = (
    "I start with RAG and need a reason to leave it. "
    "Every text then comes out of one mould, which is what training is for. "
    "RAG changes how the model writes."
)
"""Says the point `FIRST`; says `SAID` in words that marking is not sure of; and holds a misconception."""


def mark_of(content: Content, rubric: str, text: str) -> AnswerMark:
    """What marking says of a text."""
    return load_marker().mark(rubrics(content)[rubric], text)


def sitting_to_rate(content: Content, text: str = ANSWER) -> Sitting:
    """One question, answered and locked."""
    given = Draft(answer=text, thinking_seconds=20, answering_seconds=95)
    return lock(Sitting(id="seeded", question=QUESTION), given, mark_of(content, QUESTION, text))


def marked_sitting(content: Content, text: str = ANSWER) -> Sitting:
    """One question whose marks are shown; the learner rated the point `SAID` as made, and no other but `FIRST`."""
    sitting = sitting_to_rate(content, text)
    own = dict.fromkeys(sitting.turns[0].unrated, Verdict.MISSING) | dict.fromkeys((FIRST, SAID), Verdict.COVERED)
    return show_marks(rate(sitting, 0, own))


def mock_to_rate(content: Content, name: str = "seeded", questions: tuple[str, ...] = (QUESTION,)) -> MockInterview:
    """A mock interview with its follow-ups, answered to its end."""
    mock = MockInterview(id=name, started=NOW, level=Level.SENIOR, topics=tuple(Topic), question_ids=questions)
    while not mock.over:
        given = Draft(answer=ANSWER, thinking_seconds=10, answering_seconds=130)
        mock = answer(mock, content, given, mark_of(content, mock.rubric_id, ANSWER))
    return end(mock, NOW)


def debriefed_mock(content: Content, name: str = "seeded") -> MockInterview:
    """The same, with every rating passed over."""
    return pass_all(mock_to_rate(content, name))
