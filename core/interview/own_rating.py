"""After a mock interview the learner rates each answer; its marks are shown only then. Pure."""

from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.mock import MockInterview
from core.interview.turn import Turn


def to_rate(mock: MockInterview, content: Content) -> tuple[int, ...]:
    """The places of the answers that are rated: those that were judged and whose question is still in the bank."""
    return tuple(place for place, turn in enumerate(mock.turns) if _can_be_rated(turn, content))


def next_to_rate(mock: MockInterview, content: Content) -> int | None:
    """The place of the answer to rate now; None when the interview goes on, or when its marks can be shown."""
    if not mock.over:
        return None
    return next((place for place in to_rate(mock, content) if place >= mock.passed), None)


def pass_on(mock: MockInterview, place: int) -> MockInterview:
    """The interview after the answer at `place` was rated or passed over."""
    return mock.model_copy(update={"passed": max(mock.passed, place + 1)})


def pass_all(mock: MockInterview) -> MockInterview:
    """The interview with every answer passed over that was not rated yet."""
    return mock.model_copy(update={"passed": len(mock.turns)})


def _can_be_rated(turn: Turn, content: Content) -> bool:
    item = content.item_by_id.get(turn.question)
    if not turn.judgeable or not turn.findings or not isinstance(item, FreeAnswer):
        return False
    return turn.follow_up is None or item.follow_up(turn.follow_up) is not None
