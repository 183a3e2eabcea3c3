"""Everything about one approach: the chapter's five columns, the basis of its numbers, warnings, ways onward."""

from xml.etree import ElementTree as ET

from components.in_english import in_english
from components.markup import description_list, el, rich, show
from components.page_links import page_links
from core.content.facts import Approach
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.decision import answer_params
from core.join.guide_ways import answers_to
from core.language.text import t
from core.numbers.figures import figure_text


def approach_detail(content: Content, approach: Approach) -> None:
    """Draws one approach."""
    rows = (
        (t("Best for"), approach.best_for),
        (t("Cost"), _cost(approach)),
        (
            t("Time to ship"),
            t("{words}: {hours} of work", words=approach.time_to_ship, hours=figure_text(approach.time_hours)),
        ),
        (t("Avoid when"), approach.avoid_when),
    )
    show(
        el("div", _place(content, approach), el("h2", approach.title), class_="ll ll-stack", role="status"),
        rich("p", approach.rung) if approach.rung else None,
        in_english(approach),
        description_list(rows),
        el("p", el("strong", t("Where the numbers come from.")), f" {approach.basis}", class_="ll-note"),
        class_="ll ll-stack",
    )
    _links(t("Where the guide leads to it"), _outcomes(content, approach))
    _links(t("What to watch for"), tuple(_warning(content, pitfall_id) for pitfall_id in approach.pitfalls))


def _place(content: Content, approach: Approach) -> ET.Element:
    words = t(
        "Approach {place} of {count}", place=content.approaches.index(approach) + 1, count=len(content.approaches)
    )
    return el("p", el("span", words, class_=f"ll-tag ll-{approach.category}"), class_="ll-eyebrow")


def _cost(approach: Approach) -> str:
    span = approach.relative_cost
    return (
        approach.cost
        if span.high is None
        else t("{cost}: {times} the cost of prompting", cost=approach.cost, times=figure_text(span))
    )


def _links(title: str, links: tuple[Link, ...]) -> None:
    if links:
        show(el("h3", title, class_="ll-screen"))
        page_links(links)


def _outcomes(content: Content, approach: Approach) -> tuple[Link, ...]:
    guide = content.guide
    found = []
    for outcome in guide.outcomes:
        answers = answers_to(guide, outcome.id)
        if outcome.approach == approach.id and answers is not None:
            found.append(Link(page=Page.DECIDE, label=outcome.title, params=answer_params(guide, answers)))
    return tuple(found)


def _warning(content: Content, pitfall_id: str) -> Link:
    return Link(page=Page.PITFALLS, label=content.pitfall_by_id[pitfall_id].title, params={"pitfall": pitfall_id})
