"""The question side of a review: the form, a hint, how sure you are, and the way to the answer."""

from functools import partial

import streamlit as st

from components.answer_form import answer_form
from components.answer_now import answer_now, draft_now
from components.confidence_choice import confidence_choice
from components.key_button import key_button
from components.markup import icon_row, show
from components.review_steps import draft_changed, form_key, reveal, show_hint
from components.review_view import View
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import SELF_GRADED, AnyAnswer
from core.quiz.display import shown_order
from core.quiz.place import Place

SINGLE = ("single-choice", "case", "spot-error")
"""Kinds whose form leaves Space alone once something is picked; the others need it, and are checked by Enter."""
TYPED = ("short-text", "number", "predict-number", "cloze")
"""Kinds whose form takes every letter, Space too."""
CHECK, GIVE_UP, HINT = "review-check", "review-give-up", "review-hint"


def review_question(item: AnyItem, view: View, place: Place) -> None:
    """Draws the form and the buttons under it; what stands in it is kept."""
    form = form_key(place)
    send = partial(_send, item, place.answer_id, form)
    answer = answer_form(item, shown_order(item, place.seed), form, place.draft, send)
    _hint(item, place)
    confidence = place.confidence
    if view.settings.confidence:
        confidence = confidence_choice(f"{form}.confidence", place.confidence)
    draft_changed(place, draft_now(item, form), confidence)
    with st.container(key="ways-to-answer", horizontal=True, vertical_alignment="center", gap="small"):
        if item.kind in SELF_GRADED:
            key_button(CHECK, t("Show the answer `Space`"), partial(reveal, item, place.answer_id, None), "primary")
        else:
            _ways_on(item, place, answer, send)
        if item.hint and not place.hints:
            key_button(HINT, t("Hint, costs a quarter `H`"), show_hint, "tertiary")


def _ways_on(item: AnyItem, place: Place, answer: AnyAnswer | None, send: partial[None]) -> None:
    ready = answer is not None
    single = item.kind in SINGLE
    check = t("Check answer `Space`") if single else t("Check answer `Enter`")
    key_button(CHECK, check if ready else t("Check answer"), send, "primary", disabled=not ready)
    label = t("I do not know") if ready or item.kind in TYPED else t("I do not know `Space`")
    key_button(GIVE_UP, label, partial(reveal, item, place.answer_id, None), "tertiary")


def _hint(item: AnyItem, place: Place) -> None:
    if item.hint and place.hints:
        show(icon_row("lightbulb", t("Hint."), item.hint), class_="ll ll-hint")


def _send(item: AnyItem, answer_id: str, form: str) -> None:
    answer = answer_now(item, form)
    if answer is not None:
        reveal(item, answer_id, answer)
