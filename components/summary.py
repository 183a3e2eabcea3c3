"""The chapter in two paragraphs, and the one button that leads on."""

from components.markup import el, rich, show
from components.where_left_off import where_left_off
from core.content.models import Content
from core.language.text import t


def summary(content: Content) -> None:
    """Draws the summary, and where the visitor left off or should begin."""
    show(
        el("h1", t("Know which rung you need")),
        *(rich("p", text, class_="ll-lede") for text in content.chapter.tldr),
        class_="ll ll-stack ll-summary",
    )
    where_left_off(content)
