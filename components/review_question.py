"""The question side of a review: the form, a hint, how sure you are, and the way to the answer."""

from functools import partial

import streamlit as st

from components.answer_form import answer_form
from components.answer_keys import TYPED, answer_keys
from components.answer_now import answer_now, draft_now
from components.check_label import check_label
from components.confidence_choice import confidence_choice
from components.key_button import key_button
from components.markup import icon_row, show
from components.review_steps import draft_changed, form_key, reveal, show_hint
from components.review_view import View
from components.too_soon import too_soon
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import SELF_GRADED, AnyAnswer
from core.quiz.display import shown_order
from core.quiz.place import Place

CHECK, GIVE_UP, HINT = "review-check", "review-give-up", "review-hint"


def review_question(item: AnyItem, view: View, place: Place) -> dict[str, tuple[str, ...]]:
    """Draws the form and the buttons under it, and says which key does what; what stands in the form is kept."""
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
            label = t("Hint, costs a quarter") if item.kind in TYPED else t("Hint, costs a quarter `H`")
            key_button(HINT, label, show_hint, "tertiary")
    if item.kind in SELF_GRADED:
        return {"Space": (CHECK,), "Enter": (CHECK,), "h": (HINT,)}
    keys = answer_keys(item, form, CHECK, GIVE_UP, HINT)
    if answer is None:
        too_soon(item, sum(name.isdigit() for name in keys))
    return keys


def _ways_on(item: AnyItem, place: Place, answer: AnyAnswer | None, send: partial[None]) -> None:
    key_button(CHECK, check_label(item, answer), send, "primary", disabled=answer is None)
    label = t("I do not know") if item.kind in TYPED else t("I do not know `N`")
    key_button(GIVE_UP, label, partial(reveal, item, place.answer_id, None), "tertiary")


def _hint(item: AnyItem, place: Place) -> None:
    if item.hint and place.hints:
        show(icon_row("lightbulb", t("Hint."), item.hint), class_="ll ll-hint")


def _send(item: AnyItem, answer_id: str, form: str) -> None:
    answer = answer_now(item, form)
    if answer is not None:
        reveal(item, answer_id, answer)
