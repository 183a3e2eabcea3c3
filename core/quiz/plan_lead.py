"""What comes first when a plan asks more than can be done before the interview: decided here for every page. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.language.text import nt, t
from core.quiz.due import Due, due_today
from core.quiz.interview_plan import LAST_DAYS, InterviewPlan
from core.quiz.queue import Queue

MUCH = 60
"""Questions on one day from which a mock interview comes first."""
SHORT = 7
"""With so few days left, more questions than can be done are not spread over the days any more."""
TONIGHT = 20
"""Questions that can be done beside a mock interview."""


class First(StrEnum):
    """What is to be done next."""

    GO_ON = "go-on"
    MOCK = "mock"
    MISSED = "missed"
    QUESTIONS = "questions"


@dataclass(frozen=True)
class Sat:
    """The mock interviews of a learner: whether one is open, when the last one ended, and whether it left points.

    `mock_id` names the last one.
    """

    is_open: bool = False
    ended: datetime | None = None
    mock_id: str = ""
    to_study: bool = False


@dataclass(frozen=True)
class PlanLead:
    """What comes first, and how far off the interview is; `mock_id` is the one whose missed points are studied.

    `left` is how many of the questions that are enough for today are still to do.
    """

    first: First
    days_off: int
    mock_id: str = ""
    left: int = TONIGHT


def is_too_much(plan: InterviewPlan | None, queue: Queue) -> bool:
    """Whether today asks for more, what is done of it counted, than can be done in the days that are left."""
    return plan is not None and plan.days_left <= SHORT and sum(queue.counts) + queue.done.answers > MUCH


def plan_lead(plan: InterviewPlan | None, queue: Queue, sat: Sat, now: datetime) -> PlanLead | None:
    """What comes first; None with no plan, and while all of its questions can be done."""
    if plan is None or not is_too_much(plan, queue):
        return None
    left = _left(queue)
    if sat.is_open:
        return PlanLead(First.GO_ON, plan.days_off, left=left)
    if sat.ended is None or sat.ended < now - timedelta(days=LAST_DAYS):
        return PlanLead(First.MOCK, plan.days_off, left=left)
    first = First.MISSED if sat.to_study else First.QUESTIONS
    return PlanLead(first, plan.days_off, sat.mock_id, left)


def lead_on_the_day(sat: Sat) -> PlanLead | None:
    """What comes before another mock interview on the day itself, for which there is no plan.

    >>> lead_on_the_day(Sat(ended=datetime(2026, 12, 2), mock_id="m", to_study=True))
    PlanLead(first=<First.MISSED: 'missed'>, days_off=0, mock_id='m', left=20)
    >>> lead_on_the_day(Sat())
    """
    if sat.is_open:
        return PlanLead(First.GO_ON, 0)
    return PlanLead(First.MISSED, 0, sat.mock_id) if sat.to_study else None


def _left(queue: Queue) -> int:
    return max(0, TONIGHT - queue.done.practised)


def due_for_now(plan: InterviewPlan | None, queue: Queue) -> Due:
    """What today asks; of more than can be done, what is left of the questions that are enough."""
    due = due_today(queue)
    if not is_too_much(plan, queue):
        return due
    room = _left(queue)
    begun = min(due.due, room)
    return Due(begun, min(due.learning, begun), min(due.new, room - begun))


def lead_heading(lead: PlanLead) -> str:
    """When the interview is.

    >>> [lead_heading(PlanLead(First.MOCK, days)) for days in (0, 1, 3)]
    ['Your interview is today', 'Interview tomorrow', 'Interview in 3 days']
    """
    if lead.days_off == 0:
        return t("Your interview is today")
    return nt("Interview tomorrow", "Interview in {n} days", lead.days_off)


def lead_words(lead: PlanLead) -> str:
    """What to do until then, in the order in which it helps.

    >>> lead_words(PlanLead(First.QUESTIONS, 1))
    '20 questions across all topics are enough for today. The rest can wait.'
    >>> lead_words(PlanLead(First.QUESTIONS, 1, left=7))
    '7 of the 20 questions for today are left. The rest can wait.'
    """
    if lead.first is First.QUESTIONS:
        return _only(lead.left)
    first = {
        First.GO_ON: t("Finish the mock interview and review what you missed in it."),
        First.MOCK: t("Take a mock interview first and review what you missed in it."),
        First.MISSED: t("Review what you missed in the mock interview."),
    }[lead.first]
    return f"{first} {_then(lead.left)}"


def _then(left: int) -> str:
    if not left:
        return t("The {n} questions for today are done.", n=TONIGHT)
    if left == TONIGHT:
        return t("Then {n} questions are enough for today.", n=TONIGHT)
    return nt("Then {n} more question is enough for today.", "Then {n} more questions are enough for today.", left)


def _only(left: int) -> str:
    if not left:
        return t("The {n} questions for today are done. The rest can wait.", n=TONIGHT)
    if left == TONIGHT:
        return t("{n} questions across all topics are enough for today. The rest can wait.", n=TONIGHT)
    return nt(
        "{n} of the {all} questions for today is left. The rest can wait.",
        "{n} of the {all} questions for today are left. The rest can wait.",
        left,
        all=TONIGHT,
    )
