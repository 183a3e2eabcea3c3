"""placeholder."""

from core.content.models import Content


def mock_interview(content: Content) -> None:
    """Nothing."""
