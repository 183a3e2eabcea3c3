"""The one passage of the chapter that is quoted."""

from components.figures import LessonFigure
from components.markup import el, show
from core.content.models import Content
from core.language.text import in_sentence, t


def quotation(content: Content) -> None:
    """Draws the quotation with its source."""
    said = content.chapter.quotation
    section = content.section_by_id[said.source].title
    show(
        el(
            "figure",
            el("blockquote", el("p", f"“{said.text}”")),
            el(
                "figcaption", t("The chapter, {section}, word for word", section=in_sentence(section)), class_="ll-note"
            ),
            class_="ll-quote",
        )
    )


FIGURE = LessonFigure(quotation)
