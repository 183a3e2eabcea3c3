"""Progress: what is due, what is known, what is mixed up, and the plan to a date."""

from core.content.models import Content


def progress(content: Content) -> None:
    """Draws the page."""
