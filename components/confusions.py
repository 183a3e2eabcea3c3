"""What is mixed up, in words, most often first; each drills its pair."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.markup import el, show
from core.content.choice_items import APPROACH_LABELS, CaseApproach
from core.quiz.cases import Confusion, ConfusionTable

MOST = 3


def confusions(table: ConfusionTable, on_pair: Callable[[CaseApproach, CaseApproach], None]) -> None:
    """Draws the three that come most often, or says that there are none."""
    if not table.answers:
        show(el("p", "Nothing yet: your answers to cases fill the table.", class_="ll-note"))
    elif not table.confusions:
        show(el("p", f"In {table.answers} answers you mixed up nothing."))
    for place, one in enumerate(table.confusions[:MOST]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"bar-mixed-{place}"):
            show(el("p", _words(one)))
            drill = partial(on_pair, one.right, one.given)
            st.button("Drill this pair", type="tertiary", key=f"confusions.{place}", on_click=drill)


def _words(one: Confusion) -> str:
    times = "once" if one.count == 1 else f"{one.count} times"
    right, given = (_inside(APPROACH_LABELS[name]) for name in (one.right, one.given))
    return f"You gave {given} where {right} was called for, {times}."


def _inside(label: str) -> str:
    """A label inside a sentence: small, but for what is written in capitals."""
    return label if label.isupper() else label[0].lower() + label[1:]
