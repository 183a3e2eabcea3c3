"""Where somebody goes whose workshop is over."""

from components.page_links import page_links
from core.content.lessons import Link
from core.content.pages import Page
from core.language.text import marked, t

_ON = {
    Page.TAKEAWAYS: marked("Glossary"),
    Page.DECIDE: marked("Decision guide"),
    Page.START: marked("The whole course"),
}


def workshop_ways_on() -> None:
    """Draws the links."""
    page_links(Link(page=page, label=t(label)) for page, label in _ON.items())
