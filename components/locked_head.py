"""The head of a locked answer: that it is locked, how long it took, and what was asked."""

from components.interview_head import interview_head
from core.content.interview_items import FreeAnswer
from core.interview.follow_ups import target_seconds
from core.interview.time_taken import time_taken
from core.interview.turn import Turn
from core.language.text import t
from core.numbers.number_format import clock


def locked_head(item: FreeAnswer, turn: Turn) -> None:
    """Draws the facts, shortest first, and the question."""
    interview_head(_facts(item, turn), item, item.follow_up(turn.follow_up))


def _facts(item: FreeAnswer, turn: Turn) -> tuple[str, ...]:
    if not turn.answer:
        return (t("No answer given"),)
    return (
        t("Your answer is locked"),
        time_taken(turn, target_seconds(item, item.follow_up(turn.follow_up))),
        t("{thinking} to think", thinking=clock(turn.thinking_seconds)),
    )
