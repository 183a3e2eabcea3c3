"""The panel beside the figure: one step's recall, what was missed there, and two ways to mend it."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.drill_button import drill_button
from components.markup import el, show
from components.page_link import page_link
from core.content.models import Content
from core.content.pages import Page
from core.language.text import nt, t
from core.numbers.number_format import percent
from core.quiz.decks import node_of
from core.quiz.drill_sets import node_name
from core.quiz.drills import LAST_ANSWERS, WeakSpot
from core.quiz.progress import NodeRecall
from core.quiz.recall_by_section import recall_by_section
from core.store.report import Report

_DRILLED = 10


def progress_node(content: Content, report: Report, chosen: str | None) -> None:
    """Draws the chosen step, then the weak spots of the last answers."""
    if chosen:
        _chosen(content, report, chosen)
    if report.weak:
        show(
            el("h3", t("Missed in your last {count} answers", count=LAST_ANSWERS)),
            el("p", t("Drills, cases, exams and interviews count here as well as reviews."), class_="ll-note"),
            el("div", *(_spot(content, spot) for spot in report.weak[:6]), class_="ll-rows", role="list"),
            class_="ll ll-stack",
        )
    else:
        whole = report.answers >= LAST_ANSWERS
        lately = t("You missed nothing in your last {count} answers.", count=LAST_ANSWERS)
        show(el("p", lately if whole else t("You have missed nothing so far."), class_="ll-note"))


def _chosen(content: Content, report: Report, chosen: str) -> None:
    node, name = report.node(chosen), node_name(content, chosen)
    show(el("h3", el("mark", name)), el("p", _sentence(report, chosen)), class_="ll ll-stack")
    here = node_of(content)
    every = tuple(item for item in session.reviewable() if here(item) == chosen)
    _sections(recall_by_section(content, report.known, every))
    ids = every[:_DRILLED]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if node:
            drill_button(t("Drill {count} on this step", count=len(ids)), ids, name, "node")
        if chosen in content.stage_by_id:
            page_link(Page.PIPELINE, t("See it in the chapter"), "menu_book", {"step": chosen})


def _sections(sections: tuple[NodeRecall, ...]) -> None:
    """Recall by section of the chapter, for a step whose questions come from several sections."""
    if len(sections) < 2 or all(section.recall is None for section in sections):
        return
    show(
        el("p", t("By section of the chapter:"), class_="ll-note"),
        el("div", *map(_section, sections), class_="ll-rows", role="list"),
        class_="ll ll-stack",
    )


def _section(section: NodeRecall) -> ET.Element:
    begun = t("{part} of {all} begun", part=section.begun, all=section.items)
    share = "–" if section.recall is None else percent(section.recall)
    return el(
        "div",
        el("span", section.node, " ", el("span", begun, class_="ll-note")),
        el("span", share, class_="ll-num"),
        class_="ll-row ll-spot",
        role="listitem",
    )


def _sentence(report: Report, chosen: str) -> str:
    node = report.node(chosen)
    if node is None:
        return t("This step has no questions yet.")
    if node.recall is None:
        return nt(
            "Its one question has not been reviewed yet. It comes up on its own, in order.",
            "None of its {n} questions has been reviewed yet. They come up on their own, in order.",
            node.items,
        )
    if node.items == 1:
        share = percent(node.recall)
        return t(
            "You have begun its one question; the chance that you still know it tomorrow is about {share}.", share=share
        )
    return nt(
        "You have begun one question here, of {count} in all; the chance that you still know it tomorrow is about "
        "{share}.",
        "Tomorrow you would still know about {share} of the {n} questions you have begun here, of {count} in all.",
        node.begun,
        share=percent(node.recall),
        count=node.items,
    )


def _spot(content: Content, spot: WeakSpot) -> ET.Element:
    words = nt("{share} earned in {n} answer", "{share} earned in {n} answers", spot.answers, share=percent(spot.score))
    return el(
        "div",
        el("strong", node_name(content, spot.node)),
        el("span", words, class_="ll-num"),
        class_="ll-row ll-spot",
        role="listitem",
    )
