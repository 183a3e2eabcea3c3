"""Misconceptions that an answer sounds like, each with what is so instead."""

from components.belief_row import belief_row
from components.markup import show
from core.content.models import Content
from core.interview.grade_report import quoted
from core.interview.verdicts import AnswerMark


def interview_beliefs(content: Content, answer: str, mark: AnswerMark) -> None:
    """Draws one row each."""
    for one in mark.misconceptions:
        named = content.misconception_by_id.get(one.id)
        if named is not None:
            show(belief_row(named, quoted(answer, one.evidence)))
