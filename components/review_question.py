"""The question side of a review: the form, a hint, how sure you are, and the way to the answer."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from components.answer_form import answer_form
from components.answer_now import answer_now
from components.confidence_choice import confidence_choice
from components.markup import icon_row, show
from components.review_steps import SELF_GRADED, draft_changed, reveal, show_hint
from components.review_view import View
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer
from core.quiz.display import shown_order
from core.quiz.place import Place

Rank = Literal["primary", "secondary", "tertiary"]
TYPED = ("short-text", "number", "predict-number", "cloze")
CHECK, GIVE_UP, HINT = "review-check", "review-give-up", "review-hint"


def review_question(item: AnyItem, view: View, place: Place) -> None:
    """Draws the form and the buttons under it; what stands in it is kept."""
    form = f"review-{place.answer_id}"
    send = partial(_send, item, place.answer_id, form)
    answer = answer_form(item, shown_order(item, place.seed), form, place.draft, send)
    _hint(item, place)
    confidence = place.confidence
    if view.settings.confidence:
        confidence = confidence_choice(f"{form}.confidence")
    draft_changed(place, answer, confidence)
    with st.container(key="ways-to-answer", horizontal=True, vertical_alignment="center", gap="medium"):
        if item.kind in SELF_GRADED:
            _button(CHECK, "Show the answer `Space`", "primary", partial(reveal, item, place.answer_id, None))
        else:
            _ways_on(item, place, answer, send)
        if item.hint and not place.hints:
            _button(HINT, "Hint, costs a quarter `H`", "tertiary", show_hint)


def _ways_on(item: AnyItem, place: Place, answer: AnyAnswer | None, send: partial[None]) -> None:
    ready = answer is not None
    with st.container(key=CHECK, width="content"):
        label = f"Check answer `{'Enter' if item.kind in TYPED else 'Space'}`" if ready else "Check answer"
        st.button(label, type="primary", key=f"{CHECK}.press", on_click=send, disabled=not ready)
    label = "I do not know" if ready or item.kind in TYPED else "I do not know `Space`"
    _button(GIVE_UP, label, "tertiary", partial(reveal, item, place.answer_id, None))


def _button(name: str, label: str, rank: Rank, act: Callable[[], None]) -> None:
    with st.container(key=name, width="content"):
        st.button(label, type=rank, key=f"{name}.press", on_click=act)


def _hint(item: AnyItem, place: Place) -> None:
    if item.hint and place.hints:
        show(icon_row("lightbulb", "Hint.", item.hint), class_="ll ll-hint")


def _send(item: AnyItem, answer_id: str, form: str) -> None:
    answer = answer_now(item, form)
    if answer is not None:
        reveal(item, answer_id, answer)
