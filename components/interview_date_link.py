"""The way to the plan for those whose interview has a date."""

from components.page_link import page_link
from core.content.pages import Page
from core.language.text import t


def interview_date_link() -> None:
    """Draws the link."""
    page_link(Page.PROGRESS, t("Interview soon? Plan to its date"), "event")
