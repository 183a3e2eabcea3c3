"""A learner's data: to a file, from a file, to another device, gone."""

from core.content.models import Content


def learner_data(content: Content) -> None:
    """Draws the four ways."""
