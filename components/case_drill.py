"""The case drill: which approach fits, in twin pairs that differ in one fact."""

from core.content.models import Content


def case_drill(content: Content) -> None:
    """Draws the case drill."""
