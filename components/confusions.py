"""Which approaches are confused, in words, most frequent first; each entry drills its pair."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.markup import el, show
from core.content.choice_items import APPROACH_LABELS, CaseApproach
from core.language.text import nt, t
from core.quiz.cases import Confusion, ConfusionTable
from core.quiz.titles import approach_inside

MOST = 3


def confusions(table: ConfusionTable, on_pair: Callable[[CaseApproach, CaseApproach], None]) -> None:
    """Draws the three that come most often, or says that there are none."""
    if not table.confusions:
        show(el("p", nt("You mixed up nothing in {n} answer.", "You mixed up nothing in {n} answers.", table.answers)))
    for place, one in enumerate(table.confusions[:MOST]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"rule-mixed-{place}"):
            show(el("p", _words(one)))
            drill = partial(on_pair, one.right, one.given)
            st.button(t("Drill this pair"), type="tertiary", key=f"confusions.{place}", on_click=drill)


def _words(one: Confusion) -> str:
    right, given = (approach_inside(APPROACH_LABELS[name]) for name in (one.right, one.given))
    return nt(
        "You gave {given} where {right} was called for, once.",
        "You gave {given} where {right} was called for, {n} times.",
        one.count,
        given=given,
        right=right,
    )
