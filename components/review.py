"""The review: one card at a time, spaced."""

import streamlit as st

from components.key_presses.key_presses import key_presses
from components.lasting_note import lasting_note
from components.markup import el, show
from components.question_head import question_head
from components.review_answer import review_answer
from components.review_bar import review_bar
from components.review_empty import review_empty
from components.review_lead import review_lead
from components.review_progress import review_progress
from components.review_question import review_question
from components.review_steps import SITTING
from components.review_view import View, keep_view, load_view, view_now
from components.shown_first import shown_first
from components.store_errors_shown import store_errors_shown
from components.store_trouble import store_trouble
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item

_ALWAYS = {"u": ("review-undo",), "?": ("review-help",)}


def review(content: Content) -> None:
    """Draws the review, at the place where the visitor left it."""
    with store_errors_shown("review", t("Quick-fire")):
        keep_view(load_view(content))
        _sitting(content)


@st.fragment(key=SITTING)
def _sitting(content: Content) -> None:
    view = view_now()
    with st.container(key="review", gap="small"):
        review_bar(content, view)
        _told(view)
        with store_errors_shown():
            if review_lead(content, view):
                key_presses(_ALWAYS, "lead", "ll-question")
                return
        item = find_item(content, view.place.item_id) if view.place else None
        if item is None:
            with store_errors_shown():
                review_empty(content, view)
            key_presses(_ALWAYS, "empty", "ll-question")
            return
        question_head(content, item, review_progress(view))
        shown_first()
        _answering(content, item)


@st.fragment
def _answering(content: Content, item: AnyItem) -> None:
    """A fragment of its own: while somebody answers, only this is drawn again, and not what stands above it."""
    view = view_now()
    place = view.place
    if place is None:
        return
    keys = review_answer(content, item, view, place) if place.revealed else review_question(item, view, place)
    focus = "ll-said" if place.revealed else "ll-question"
    key_presses({**_ALWAYS, **keys}, f"{place.answer_id} {place.revealed}", focus)


def _told(view: View) -> None:
    if view.told:
        store_trouble(view.told)
    if view.note:
        show(el("p", t(view.note, answers=view.answers), class_="ll-note", role="status"))
    lasting_note()
