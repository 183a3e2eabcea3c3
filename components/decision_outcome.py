"""Where the guide ends: what to do, why, what it costs, what would flip it."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, icon_row, rich, show
from components.page_links import page_links
from core.calculator_page.joins import with_decision
from core.content.models import Content
from core.decision import Answered, Step, Walk
from core.export.decision_record import flip_words


def decision_outcome(content: Content, walk: Walk) -> None:
    """Draws the outcomes, cheapest first."""
    several = len(walk.steps) > 1
    if several:
        show(
            el("p", "Your outcome", class_="ll-eyebrow", role="status"),
            el("h2", f"{len(walk.steps)} steps, cheapest first"),
            el(
                "p",
                "You named more than one problem. Take the steps in this order and stop as soon as the output is good.",
            ),
            class_="ll ll-stack",
        )
    for number, step in enumerate(walk.steps, start=1):
        _step(content, step, number if several else None)


def _step(content: Content, step: Step, number: int | None) -> None:
    outcome = step.outcome
    added = el("span", "added by us", class_="ll-added") if outcome.added else None
    eyebrow = f"Step {number}" if number else "Your outcome"
    show(
        el("p", el("span", eyebrow), added, class_="ll-eyebrow", role="status"),
        el("h2", outcome.title, class_="" if number else "ll-outcome"),
        rich("p", outcome.because, class_="ll-lede"),
        icon_row("sort", "Why at this place?", outcome.order_why) if number else None,
        class_="ll ll-stack",
    )
    source = "our estimate" if outcome.added else "chapter, table of approaches"
    figures = ((outcome.time_to_ship, "to ship"), (outcome.cost, "cost"))
    show(el("div", *(_figure(*pair, source) for pair in figures), class_="ll-figs"))
    rows = [("Because", _reasons(step.because)), ("Try first", outcome.try_first), ("Avoid when", outcome.avoid_when)]
    rows += [("Would flip it", flip_words(step.flip).replace("**", "=="))] if step.flip else []
    rows += [("Revisit when", outcome.revisit_when)]
    show(el("dl", *(part for term, words in rows for part in (el("dt", term), rich("dd", words))), class_="ll-io"))
    for pitfall_id in outcome.pitfalls:
        pitfall = content.pitfall_by_id[pitfall_id]
        show(icon_row("warning", f"{pitfall.title}.", pitfall.instead))
    page_links(with_decision(outcome.links, session.params()))
    st.space("small")


def _figure(value: str, label: str, source: str) -> ET.Element:
    return el("div", el("b", value), el("span", label), el("small", source), class_="ll-fig")


def _reasons(because: tuple[Answered, ...]) -> str:
    said = [f"“{option.label}”" for answered in because for option in answered.options]
    return f"You said {', then '.join(said)}."
