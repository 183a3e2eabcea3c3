"""The review: one card at a time, spaced."""

from core.content.models import Content


def review(content: Content) -> None:
    """Draws the review."""
