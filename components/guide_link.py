"""The way from what a room has decided to the decision guide, on a participant's own screen."""

from collections.abc import Mapping

from components.page_links import page_links
from core.content.lessons import Link
from core.content.pages import Page
from core.export.workshop_report import GUIDE
from core.language.text import t


def guide_link(given: Mapping[str, str]) -> None:
    """Draws the link to the guide with the room's answers, as the guide's address `given` them."""
    page_links([Link(page=Page.DECIDE, label=t(GUIDE), params=dict(given))])
