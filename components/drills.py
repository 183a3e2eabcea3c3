"""Drills: a set of items picked for a purpose, in one go."""

from core.content.models import Content


def drills(content: Content) -> None:
    """Draws the drill in progress, or the choice of one."""
