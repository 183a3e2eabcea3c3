"""The exam: answer all, flag, hand in once, then look at the marks."""

from core.content.models import Content


def exam(content: Content) -> None:
    """Draws the exam in progress, or its start."""
