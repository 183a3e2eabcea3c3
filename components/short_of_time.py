"""What helps most where little time is left before an interview."""

from components.page_links import page_links
from components.plan_ways import ENOUGH, MOCK
from core.content.lessons import Link
from core.content.pages import Page
from core.language.text import t
from core.quiz.plan_lead import TONIGHT


def short_of_time() -> None:
    """Draws the ways to it, the best first."""
    page_links(
        (
            Link(label=t("Mock interview"), page=Page.INTERVIEW, params=MOCK),
            Link(label=t("{n} questions across all topics", n=TONIGHT), page=Page.QUICK_FIRE, params=ENOUGH),
            Link(label=t("The chapter on one page"), page=Page.TAKEAWAYS),
        ),
        carry_back=False,
    )
