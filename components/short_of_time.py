"""What helps most where little time is left before an interview."""

from components.page_links import page_links
from components.plan_ways import ENOUGH, MOCK, plan_ways
from core.content.lessons import Link
from core.content.pages import Page
from core.language.text import t
from core.quiz.plan_lead import TONIGHT, First, PlanLead


def short_of_time(lead: PlanLead | None = None) -> None:
    """Draws links, the most helpful first: a mock interview, unless a plan puts something else first."""
    mock = Link(label=t("Mock interview"), page=Page.INTERVIEW, params=MOCK)
    questions = Link(label=t("{n} questions across all topics", n=TONIGHT), page=Page.QUICK_FIRE, params=ENOUGH)
    first = [mock, questions]
    if lead:
        first = [Link(label=way.label, page=way.page, params=dict(way.params)) for way in plan_ways(lead)]
    if lead and lead.first is First.MOCK:
        first[0] = mock
    page_links((*first, Link(label=t("The chapter on one page"), page=Page.TAKEAWAYS)), carry_back=False)
