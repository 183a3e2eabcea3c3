"""How long an answer took, beside its target, which is of speaking: what was typed is never over it. Pure."""

from core.interview.follow_ups import spoken_seconds
from core.interview.turn import Turn
from core.language.text import t
from core.numbers.number_format import clock

LONG, SHORT = 1.5, 0.25
"""An answer is in time from and up to this many times its target; with every point made none is too short."""


def time_taken(turn: Turn, target: float) -> str:
    """The time in words; `target` in seconds."""
    if not turn.is_answered:
        return t("no answer given")
    spent = clock(round(turn.answering_seconds))
    if turn.dictated:
        return t("{spent} of {target}", spent=spent, target=clock(round(target)))
    return t("typed in {spent}, target about {target} spoken", spent=spent, target=clock(round(target)))


def is_over(turn: Turn, target: float) -> bool:
    """Whether it was spoken for longer than `target` seconds."""
    return turn.dictated and seconds_to_say(turn) > round(target)


def seconds_to_say(turn: Turn) -> int:
    """How long it took to say; of what was typed, how long it would take.

    In whole seconds, at least one of an answer: what is told of each adds up to the sum.

    >>> seconds_to_say(Turn(question="x", answer="word " * 160)), seconds_to_say(Turn(question="x", answer="Yes."))
    (74, 1)
    """
    seconds = turn.answering_seconds if turn.dictated else spoken_seconds(turn.answer)
    return max(round(seconds), 1 if seconds else 0)


def is_long(turn: Turn, target: float) -> bool:
    """Whether it ran long, which the debrief counts against it."""
    return seconds_to_say(turn) > LONG * target


def is_short(turn: Turn, target: float, *, whole: bool) -> bool:
    """Whether it is too short; `whole` is whether it makes every point."""
    return seconds_to_say(turn) < SHORT * target and not whole


def pace(turn: Turn, target: float, *, whole: bool) -> str:
    """The time in words, and what the debrief holds against it: of what was typed, how long it takes to say.

    >>> pace(Turn(question="x", answer="word " * 20, answering_seconds=95), 120, whole=False)
    'typed in 1:35, target about 2:00 spoken, 0:09 to say: too short'
    >>> pace(Turn(question="x", answer="word " * 20, answering_seconds=130, dictated=True), 120, whole=False)
    '2:10 of 2:00, over'
    """
    taken = time_taken(turn, target)
    if not turn.is_answered:
        return taken
    fault = _fault(turn, target, whole=whole)
    if turn.dictated:
        return f"{taken}, {fault}" if fault else taken
    said = t("{time} to say", time=clock(seconds_to_say(turn)))
    return f"{taken}, {said}: {fault}" if fault else f"{taken}, {said}"


def _fault(turn: Turn, target: float, *, whole: bool) -> str:
    if is_long(turn, target):
        return t("ran long")
    if is_short(turn, target, whole=whole):
        return t("too short")
    return t("over") if is_over(turn, target) else ""
