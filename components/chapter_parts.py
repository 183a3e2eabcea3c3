"""Parts of the chapter that pages show as figures to move, here in words and tables."""

from collections.abc import Callable
from functools import partial
from xml.etree import ElementTree as ET

from components.claim_figures import claim_figures
from components.figures.quotation import quotation
from components.figures.takeaway_list import takeaway_list
from components.graph_in_words import graph_in_words
from components.markup import description_list, el, icon_row, rich, show
from components.prose import prose
from components.stage_list import stage_list
from core.content.facts import Approach, Term
from core.content.models import Content
from core.diagram.lighting import Lighting
from core.language.numbers import month_of
from core.language.text import t
from core.numbers.figures import figure_text


def chapter_parts(content: Content, name: str) -> None:
    """Draws the part of that name."""
    _DRAW[name](content)


def _lesson_text(content: Content, lesson_id: str) -> None:
    """Draws a lesson's blocks: heading, text, and the figures of its claims."""
    lesson = content.lesson_by_id[lesson_id]
    show(rich("p", lesson.lede, class_="ll-lede"))
    for block in lesson.blocks:
        show(el("h3", block.heading, class_="ll-blockhead"))
        prose(block.text)
        if any(content.claim_by_id[name].figures for name in block.figures):
            claim_figures(content, block.figures)


def _approaches(content: Content) -> None:
    """Draws the five approaches, each as a short list."""
    for approach in content.approaches:
        rows = (
            (t("Best for"), approach.best_for),
            (t("Cost"), approach.cost),
            (t("Time to ship"), approach.time_to_ship),
            (t("Avoid when"), approach.avoid_when),
        )
        show(_approach_head(approach), description_list(rows), class_="ll ll-stack ll-whole")


def _approach_head(approach: Approach) -> ET.Element:
    return el("h3", el("span", approach.title, class_=f"ll-tag ll-{approach.category}"), class_="ll-blockhead")


def _costs(content: Content) -> None:
    """Draws the chapter's cost table, with our notes under the rows."""
    heads = (t("Approach"), t("Model"), t("Hardware"), t("Time"), t("Cost"))
    rows = [
        (
            row.approach,
            row.model,
            row.gpu,
            row.time_words,
            f"{figure_text(row.cost)}, {row.cost_per}",
        )
        for row in content.costs
    ]
    dates = ", ".join(map(month_of, sorted({row.as_of for row in content.costs})))
    body = [el("tr", *(el("td", cell) for cell in row)) for row in rows]
    notes = [
        el("li", el("strong", f"{row.approach}, {row.model}:"), f" {row.note}") for row in content.costs if row.note
    ]
    show(
        el(
            "table",
            el("caption", t("The chapter's figures, as of {dates}.", dates=dates)),
            el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
            el("tbody", *body),
            class_="ll-table",
        ),
        el("ul", *notes) if notes else None,
    )


def _pitfalls(content: Content) -> None:
    """Draws the lesson's text and every pitfall."""
    _lesson_text(content, "pitfalls")
    for pitfall in content.pitfalls:
        show(
            el("h3", pitfall.title, class_="ll-blockhead"),
            rich("p", pitfall.text),
            icon_row("lightbulb", t("Instead:"), pitfall.instead),
            class_="ll ll-stack ll-whole",
        )


def _glossary(content: Content) -> None:
    """Draws every term by name."""
    terms = sorted(content.terms, key=lambda term: term.term.casefold())
    show(el("dl", *(part for term in terms for part in _term(term)), class_="ll-terms"))


def _term(term: Term) -> tuple[ET.Element, ET.Element]:
    also = f" ({', '.join(term.also)})" if term.also else ""
    return el("dt", f"{term.term}{also}"), el("dd", term.definition)


def _guide(content: Content) -> None:
    graph = content.guide_graph
    graph_in_words(graph, Lighting())


def _takeaways(content: Content) -> None:
    takeaway_list(content)
    quotation(content)


_DRAW: dict[str, Callable[[Content], None]] = {
    "pipeline": stage_list,
    "fine-tuning": partial(_lesson_text, lesson_id="fine-tuning"),
    "alignment": partial(_lesson_text, lesson_id="alignment"),
    "decide": _guide,
    "compare": _approaches,
    "costs": _costs,
    "pitfalls": _pitfalls,
    "takeaways": _takeaways,
    "glossary": _glossary,
}
