"""The chapter's takeaways, numbered."""

from components.figures import LessonFigure
from components.markup import el, rich, show
from core.content.models import Content


def takeaway_list(content: Content) -> None:
    """Draws the takeaways as a numbered list in large type."""
    show(el("ol", *(rich("li", takeaway.text) for takeaway in content.chapter.takeaways), class_="ll-takeaways"))


FIGURE = LessonFigure(takeaway_list)
