"""What marking found, in one line, and the sentences beside it. Pure."""

from core.interview.mock import Turn
from core.interview.verdicts import AnswerMark, Verdict

HONEST = "Marking matches wording and meaning. It cannot judge whether an argument is right."


def headline(mark: AnswerMark) -> str:
    """How many points were found; never a percentage.

    >>> from core.interview.verdicts import PointMark
    >>> found = [PointMark(str(n), v, 1.0) for n, v in enumerate((Verdict.COVERED, Verdict.NOT_SURE, Verdict.MISSING))]
    >>> headline(AnswerMark(0.5, True, tuple(found)))
    '1 of 3 points found, 1 to check'
    """
    if not mark.judgeable:
        return "Not enough to judge"
    unsure = mark.count(Verdict.NOT_SURE)
    check = f", {unsure} to check" if unsure else ""
    return f"{mark.count(Verdict.COVERED)} of {len(mark.points)} points found{check}"


def own_headline(turn: Turn) -> str:
    """What the learner's own rating comes to; empty before there is one."""
    if not turn.own:
        return ""
    own = list(turn.own.values())
    said, partly = own.count(Verdict.COVERED), own.count(Verdict.NOT_SURE)
    return f"By your own rating: {said} said" + (f", {partly} partly" if partly else "")
