"""The ladder: each approach is a rung, the cheapest at the bottom; a sentence explains the chosen one.

The choice is the browser's alone: nothing else depends on it, and code for Streamlit's choice would be fetched first.
"""

from xml.etree import ElementTree as ET

import streamlit as st

from components.markup import el, rich, show
from core.content.facts import Approach
from core.content.models import Content
from core.language.text import t


def ladder(content: Content) -> None:
    """Draws the rungs from the top down, and the sentence on the one that is chosen: at first, the lowest."""
    top_down = [approach for approach in content.approaches if approach.rung][::-1]
    rows = [_rung(approach, chosen=approach is top_down[-1]) for approach in top_down]
    says = [el("p", str(approach.rung), id=_says(approach)) for approach in top_down]
    named = {"role": "radiogroup", "aria-label": t("The ladder: choose a rung")}
    with st.container(key="ladder"):
        show(el("div", *rows, class_="ll-rungs", **named), el("div", *says, class_="ll-rung-says"))


def _rung(approach: Approach, *, chosen: bool) -> ET.Element:
    words = t("{time} to ship · **{cost}** cost", time=approach.time_to_ship, cost=approach.cost.lower())
    choice = el("input", type="radio", value=approach.id, **{"aria-describedby": _says(approach)})
    choice.set("name", "rung")
    if chosen:
        choice.set("checked", "")
    dot = el("span", el("i"), class_="ll-rung-dot")
    return el("label", choice, dot, el("b", approach.title), rich("small", words), class_="ll-rung")


def _says(approach: Approach) -> str:
    return f"rung-{approach.id}"
