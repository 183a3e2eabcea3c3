"""What marking found, in one line, and the sentences beside it. Pure."""

from core.interview.marking import ENGLISH_NOTE
from core.interview.turn import Turn
from core.interview.verdicts import AnswerMark, Verdict
from core.language.text import marked, t

HONEST = marked("Marking matches wording and meaning. It cannot judge whether an argument is right.")


def headline(mark: AnswerMark) -> str:
    """How many points were found; never a percentage.

    >>> from core.interview.verdicts import PointMark
    >>> found = [PointMark(str(n), v, 1.0) for n, v in enumerate((Verdict.COVERED, Verdict.NOT_SURE, Verdict.MISSING))]
    >>> headline(AnswerMark(0.5, True, tuple(found)))
    '1 of 3 points found, 1 to check'
    """
    if not mark.judgeable:
        return t("Not judged") if ENGLISH_NOTE in mark.notes else t("Not enough to judge")
    unsure = mark.count(Verdict.NOT_SURE)
    found = t("{found} of {all} points found", found=mark.count(Verdict.COVERED), all=len(mark.points))
    return f"{found}, {t('{count} to check', count=unsure)}" if unsure else found


def found_headline(turn: Turn, mark: AnswerMark) -> str:
    """What marking found in an answer, or that none was given."""
    return headline(mark) if turn.is_answered else t("No answer given")


def own_headline(turn: Turn) -> str:
    """What the learner's own rating comes to; empty before there is one."""
    if not turn.own:
        return ""
    own = list(turn.own.values())
    said, partly = own.count(Verdict.COVERED), own.count(Verdict.NOT_SURE)
    found = t("You: {count} said", count=said)
    return f"{found}, {t('{count} partly', count=partly)}" if partly else found
