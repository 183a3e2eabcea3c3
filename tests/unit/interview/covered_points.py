"""What marking finds in a text: the whole mark, or the points that are covered."""

from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import marker_of_many
from core.interview.verdicts import AnswerMark, Verdict


def mark_of(content: Content, question: str, text: str) -> AnswerMark:
    """The mark of a text, by the marker that is meant for many."""
    return marker_of_many().mark(rubrics(content)[question], text)


def covered(content: Content, question: str, text: str) -> set[str]:
    """The ids of the points that a text covers."""
    return {point.id for point in mark_of(content, question, text).points if point.verdict is Verdict.COVERED}
