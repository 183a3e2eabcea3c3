"""The panel beside the figure: one step's recall, what was missed there, and two ways to mend it."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.drill_button import drill_button
from components.markup import el, show
from core.content.models import Content
from core.content.pages import Page
from core.curve import percent
from core.quiz.decks import node_of
from core.quiz.drill_sets import node_name
from core.quiz.drills import WeakSpot
from core.store.report import Report

_DRILLED = 10


def progress_node(content: Content, report: Report, chosen: str | None) -> None:
    """Draws the chosen step, then the weak spots of the last answers."""
    names = {node.id: node_name(content, node.id) for graph in content.graphs for node in graph.nodes}
    if chosen and chosen in names:
        _chosen(content, report, chosen, names)
    if report.weak:
        show(
            el("h3", "Missed in your last 30 answers"),
            el("div", *(_spot(spot, names) for spot in report.weak[:6]), class_="ll-rows", role="list"),
            class_="ll ll-stack",
        )
    else:
        show(el("p", "Nothing was missed in your last 30 answers.", class_="ll-note"))


def _chosen(content: Content, report: Report, chosen: str, names: dict[str, str]) -> None:
    node = report.node(chosen)
    show(el("h3", el("mark", names[chosen])), el("p", _sentence(report, chosen)), class_="ll ll-stack")
    here = node_of(content)
    ids = tuple(name for name in session.reviewable() if here(name) == chosen)[:_DRILLED]
    pages = session.open_pages()
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if node:
            drill_button(f"Drill {len(ids)} on this step", ids, names[chosen], "node")
        if chosen in content.stage_by_id:
            place = {"step": chosen}
            st.page_link(
                pages[Page.PIPELINE], label="See it in the chapter", icon=":material/menu_book:", query_params=place
            )


def _sentence(report: Report, chosen: str) -> str:
    node = report.node(chosen)
    if node is None:
        return "No question stands on this step yet."
    if node.recall is None:
        return f"None of its {node.items} questions was reviewed yet. They come up by themselves, in their order."
    return (
        f"You would still know about {percent(node.recall)} of the {node.begun} questions that you began here, "
        f"of {node.items} in all."
    )


def _spot(spot: WeakSpot, names: dict[str, str]) -> ET.Element:
    count = "1 answer" if spot.answers == 1 else f"{spot.answers} answers"
    return el(
        "div",
        el("strong", names.get(spot.node, spot.node)),
        el("span", f"{percent(spot.score)} of {count}", class_="ll-num"),
        class_="ll-row ll-spot",
        role="listitem",
    )
