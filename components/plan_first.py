"""What this learner's interview plan puts first."""

from components import session
from components.left_to_study import left_to_study
from components.open_mock import open_mock
from core.content.models import Content
from core.quiz.interview_plan import interview_plan
from core.quiz.plan_lead import PlanLead, Sat, is_too_much, plan_lead
from core.quiz.queue import Queue
from core.quiz.settings import ReviewSettings


def plan_first(content: Content, queue: Queue, settings: ReviewSettings) -> PlanLead | None:
    """What comes first; None with no plan, and while all of its questions can be done.

    Raises:
        StoreError: the mock interviews could not be read.
    """
    now = session.now()
    plan = interview_plan(settings, now)
    if not is_too_much(plan, queue):
        return None
    left, is_open = left_to_study(content), open_mock() is not None
    sat = Sat(is_open, left.ended, left.mock_id, left.points > 0) if left else Sat(is_open)
    return plan_lead(plan, queue, sat, now)
