"""What stands above a review: what is left, how far it has come, Undo and the settings."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.markup import el, show
from components.review_help import review_help
from components.review_settings import review_settings
from components.review_steps import end_round, undo
from components.review_view import View
from core.content.models import Content
from core.language.text import marked, t
from core.quiz.log import Mode

_ROUNDS = {Mode.AHEAD: marked("Reviewing ahead"), Mode.CRAM: marked("Cramming")}


def review_bar(content: Content, view: View) -> DeltaGenerator:
    """Draws the bar, and gives the place in it where `review_counts` is drawn."""
    with st.container(key="bar-review", horizontal=True, vertical_alignment="center", gap="small"):
        counts = st.container()
        with st.container(key="bar-review-ways", horizontal=True, width="content", gap="small"):
            if view.in_round:
                st.button(t("End the round"), type="tertiary", key="review.end", on_click=end_round, args=(content,))
            elif view.begun:
                label, icon = t("Undo `U`"), ":material/undo:"
                st.button(label, type="tertiary", icon=icon, key="review.undo", on_click=undo, args=(content,))
            if st.button(t("Settings"), type="tertiary", icon=":material/tune:", key="review.settings"):
                review_settings()
            review_help(view.settings)
    return counts


def review_counts(view: View) -> None:
    """Draws what is left; somebody who has never answered reads what this is instead."""
    if view.in_round:
        _round(view)
    elif view.begun:
        _counts(view)
    else:
        words = t("One question at a time. What you know comes back in days, what you miss in minutes.")
        show(el("p", words, class_="ll-first"))


def _counts(view: View) -> None:
    new, learning, due = view.queue.counts
    parts = ((new, t("new")), (learning, t("learning")), (due, t("due")))
    show(
        el(
            "p",
            *(el("span", el("b", str(count)), f" {word}") for count, word in parts),
            class_="ll-eyebrow ll-num ll-counts",
        )
    )


def _round(view: View) -> None:
    place = view.place
    if place is None:
        return
    left = len(place.rest) + 1
    words = t("{left} left. Your schedule stays as it is.", left=left)
    show(el("p", el("b", t(_ROUNDS[place.mode])), el("span", words), class_="ll-eyebrow ll-num ll-counts"))
