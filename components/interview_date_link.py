"""The way to the plan for those whose interview has a date."""

from components import session
from components.learner_settings import learner_settings
from components.page_link import page_link
from core.content.pages import Page
from core.language.text import nt, t
from core.quiz.days import days_until
from core.store.errors import StoreError


def interview_date_link() -> None:
    """Draws the link, with how many days off it is once there is a date; nothing where Progress is not open."""
    page_link(Page.PROGRESS, _label(), "event")


def _label() -> str:
    off = _days_off()
    if off is None or off < 0:
        return t("Interview soon? Plan for it")
    if off == 0:
        return t("Your interview is today")
    return nt("Interview tomorrow: your plan", "Interview in {n} days: your plan", off)


def _days_off() -> int | None:
    try:
        settings = learner_settings()
    except StoreError:
        return None
    day = settings.interview_on
    return days_until(day, session.now(), settings) if day else None
