"""How long an answer took, beside its target, which is of speaking: what was typed is never over it. Pure."""

from core.interview.turn import Turn
from core.language.text import t
from core.numbers.number_format import clock


def time_taken(turn: Turn, target: float) -> str:
    """The time in words; `target` in seconds."""
    if not turn.is_answered:
        return t("no answer given")
    spent = clock(turn.answering_seconds)
    if turn.dictated:
        return t("{spent} of {target}", spent=spent, target=clock(target))
    return t("typed in {spent}, target about {target} spoken", spent=spent, target=clock(target))


def is_over(turn: Turn, target: float) -> bool:
    """Whether it was spoken for longer than `target` seconds."""
    return turn.dictated and turn.answering_seconds > target
