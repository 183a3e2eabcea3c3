"""The ways to what a plan to an interview puts first: the same on every page."""

from components.way_button import Way
from core.content.pages import Page
from core.language.text import t
from core.quiz.drill_sets import SIZES
from core.quiz.plan_lead import TONIGHT, First, PlanLead

MOCK = {"way": "mock"}
ENOUGH = {"way": "drill", "set": "mixed", "n": f"{TONIGHT}"}
"""What the addresses of a mock interview, and of the questions that are enough for a day, carry."""
_SIZES = tuple(size for size in SIZES if size < TONIGHT)


def plan_ways(lead: PlanLead) -> tuple[Way, ...]:
    """What comes first, then the questions that are enough, until they are done."""
    many = next((size for size in _SIZES if size >= lead.left > 0), TONIGHT)
    more = t("{n} more questions across all topics", n=many)
    label = more if lead.left < TONIGHT else t("{n} questions across all topics", n=many)
    questions = Way("questions", label, Page.QUICK_FIRE, ENOUGH | {"n": f"{many}"})
    firsts = {
        First.GO_ON: Way("interview", t("Continue the interview"), Page.INTERVIEW, MOCK),
        First.MOCK: Way("mock", t("Take a mock interview"), Page.INTERVIEW, MOCK),
        First.MISSED: Way("study", t("Study what you missed"), Page.INTERVIEW, MOCK | {"session": lead.mock_id}),
    }
    if lead.first not in firsts:
        return (questions,)
    return (firsts[lead.first], questions) if lead.left else (firsts[lead.first],)
