"""Misconceptions that an answer sounds like, each with what is so instead."""

from components.markup import el, icon, rich, show
from core.content.models import Content
from core.interview.grade_report import quoted
from core.interview.verdicts import AnswerMark
from core.language.text import t


def interview_beliefs(content: Content, answer: str, mark: AnswerMark) -> None:
    """Draws one row each."""
    for one in mark.misconceptions:
        named = content.misconception_by_id.get(one.id)
        if named is None:
            continue
        words = quoted(answer, one.evidence)
        show(
            el(
                "div",
                icon("warning"),
                el(
                    "div",
                    el("p", el("strong", t("Did you mean “{name}”?", name=named.name))),
                    el("span", t("It sounded like that here: “{words}”", words=words), class_="ll-note")
                    if words
                    else None,
                    rich("p", named.correction),
                ),
                class_="ll-chef ll-belief",
            )
        )
