"""What this learner's interview plan puts first."""

from components import session
from components.mocks_sat import mocks_sat
from core.content.models import Content
from core.quiz.interview_plan import interview_plan
from core.quiz.plan_lead import PlanLead, is_too_much, plan_lead
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
    return plan_lead(plan, queue, mocks_sat(content), now)
