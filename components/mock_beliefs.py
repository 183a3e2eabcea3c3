"""What a mock interview calls for to be put right: each misconception heard in it, with what is so instead."""

from components.belief_row import belief_row
from components.markup import show
from core.content.models import Content
from core.interview.mock import MockInterview


def mock_beliefs(content: Content, mock: MockInterview) -> None:
    """Draws one row each, in the order in which they were heard; nothing where none was."""
    heard = dict.fromkeys(belief for turn in mock.turns for belief in turn.misconceptions)
    rows = [belief_row(content.misconception_by_id[name]) for name in heard if name in content.misconception_by_id]
    if rows:
        show(*rows)
