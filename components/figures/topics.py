"""What the course builds on, and where it leads."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from components.figures import LessonFigure
from components.markup import description_list, el, show
from core.content.facts import Topic
from core.content.models import Content
from core.language.text import t


def topics(content: Content) -> None:
    """Draws prerequisites and related topics, each with what of it matters here."""
    show(*_group(t("Builds on"), content.chapter.prerequisites), *_group(t("Leads to"), content.chapter.related))


def _group(title: str, entries: Sequence[Topic]) -> tuple[ET.Element, ...]:
    listed = description_list(((topic.title, topic.text) for topic in entries), "ll-terms")
    return (el("h3", title), listed) if entries else ()


FIGURE = LessonFigure(topics)
