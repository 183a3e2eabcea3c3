"""What is known of each step, on the pipeline itself, and in numbers for all steps."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.diagram.diagram import Frame, diagram
from components.markup import el, show
from components.number_table import number_table
from core.content.models import Content
from core.diagram.lighting import Lighting
from core.diagram.marks import BarPattern, NodeMark
from core.language.text import marked, nt, t
from core.numbers.number_format import percent
from core.quiz.drill_sets import node_name
from core.quiz.progress import Level, NodeRecall
from core.store.report import Report

WORDS = {
    Level.HOLDS: marked("holds"),
    Level.FADING: marked("fading"),
    Level.WEAK: marked("weak"),
    Level.NEW: marked("not begun"),
}
_PATTERNS = {Level.HOLDS: BarPattern.SOLID, Level.FADING: BarPattern.DASHED, Level.WEAK: BarPattern.DOTTED}
_KEPT = "progress.node"


def progress_weak(content: Content, report: Report) -> str | None:
    """Draws the pipeline with recall on its nodes; returns the marked node, to be explained beside it."""
    graph = content.graph_by_id["pipeline"]
    aim = report.settings.desired_retention
    there = {node.id for node in graph.nodes}
    marks = tuple(_mark(node, aim) for node in report.nodes if node.node in there)
    chosen = session.kept(_KEPT) or _weakest(report)
    with st.container(key="figure-progress", gap=None):
        show(el("h2", t("Weak spots on the pipeline"), class_="sub"), _key(aim), class_="ll ll-stack")
        lighting = Lighting(selected=chosen if chosen in there else None, marks=marks)
        diagram(graph, "progress", lighting, lambda node: session.keep(_KEPT, node), Frame(tools_below=True))
        with st.expander(t("The figure in numbers"), icon=":material/table_rows:", key="progress.nodes"):
            number_table(t("Recall by step as of tomorrow, decision guide included"), _rows(content, report, aim))
    return chosen


def _key(aim: float) -> ET.Element:
    return el(
        "p",
        t(
            "By your reviews alone: the share of each step’s questions that you will still know tomorrow if you review "
            "none until then; one that you missed there counts as not known until you pass it. Solid: holds your "
            "{aim}. Dashed: fading. Dotted: weak.",
            aim=percent(aim),
        ),
        " ",
        el("span", t("Press a step to see what is behind it."), class_="ll-screen"),
        class_="ll-note",
    )


def _mark(node: NodeRecall, aim: float) -> NodeMark:
    level = node.level(aim)
    if node.recall is None:
        return NodeMark(
            node.node, t(WORDS[level]), nt("not begun, {n} question", "not begun, {n} questions", node.items)
        )
    said = t(
        "tomorrow: {level}, recall {share}, {begun} of {count} questions begun",
        level=t(WORDS[level]),
        share=percent(node.recall),
        begun=node.begun,
        count=node.items,
    )
    return NodeMark(node.node, f"{t(WORDS[level])} {percent(node.recall)}", said, node.recall, _PATTERNS[level])


def _weakest(report: Report) -> str | None:
    """Where something was missed lately, else where recall is least."""
    if report.weak:
        return report.weak[0].node
    begun = [node for node in report.nodes if node.recall is not None]
    return min(begun, key=lambda node: node.recall or 0).node if begun else None


def _rows(content: Content, report: Report, aim: float) -> tuple[tuple[str, ...], ...]:
    head = (t("Step"), t("Recall tomorrow"), t("Begun"), t("State"))
    body = (
        (
            node_name(content, node.node),
            "–" if node.recall is None else percent(node.recall),
            t("{part} of {all}", part=node.begun, all=node.items),
            t(WORDS[node.level(aim)]),
        )
        for node in report.nodes
    )
    return (head, *body)
