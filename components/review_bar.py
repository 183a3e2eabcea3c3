"""What stands above a review: what is left, how far it has come, Undo and the settings."""

import streamlit as st

from components.markup import el, show
from components.review_settings import review_settings
from components.review_steps import end_round, undo
from components.review_view import View
from core.content.models import Content
from core.language.text import marked, t
from core.quiz.log import Mode

_ROUNDS = {Mode.AHEAD: marked("Reviewing ahead"), Mode.CRAM: marked("Cramming")}


def review_bar(content: Content, view: View) -> None:
    """Draws the bar; somebody who has never answered reads what this is instead of counts."""
    place = view.place
    in_round = place is not None and place.mode is not Mode.REVIEW
    with st.container(key="bar-review", horizontal=True, vertical_alignment="center", gap="small"):
        if in_round:
            _round(view)
        elif view.begun:
            _counts(view)
        else:
            show(
                el(
                    "p",
                    t("One question at a time. What you know comes back in days, what you miss in minutes."),
                    class_="ll-first",
                )
            )
        with st.container(key="bar-review-ways", horizontal=True, width="content", gap="small"):
            if in_round:
                st.button(t("End the round"), type="tertiary", key="review.end", on_click=end_round, args=(content,))
            elif view.begun:
                label, icon = t("Undo `U`"), ":material/undo:"
                st.button(label, type="tertiary", icon=icon, key="review.undo", on_click=undo, args=(content,))
            if st.button(t("Settings"), type="tertiary", icon=":material/tune:", key="review.settings"):
                review_settings()


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
