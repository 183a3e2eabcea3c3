"""The mock interviews of this learner, as far as a plan asks."""

from components.left_to_study import left_to_study
from components.open_mock import open_mock
from core.content.models import Content
from core.quiz.plan_lead import Sat


def mocks_sat(content: Content) -> Sat:
    """Whether one is open, and what the last one left to study.

    Raises:
        StoreError: the mock interviews could not be read.
    """
    left, is_open = left_to_study(content), open_mock() is not None
    return Sat(is_open, left.ended, left.mock_id, left.points > 0) if left else Sat(is_open)
