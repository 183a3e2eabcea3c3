"""A link to where the chapter teaches a question."""

from components.page_link import page_link
from core.content.items import AnyItem
from core.content.models import Content
from core.export.question_report import chapter_place
from core.language.text import t


def chapter_link(content: Content, item: AnyItem, icon: str = "menu_book") -> None:
    """Draws the link; nothing where that page is not open."""
    page, params = chapter_place(content, item)
    page_link(page, t("See it in the chapter"), icon, params)
