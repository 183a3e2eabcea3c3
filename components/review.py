"""The review: one card at a time, spaced."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.key_presses.key_presses import key_presses
from components.lasting_note import lasting_note
from components.markup import el, show
from components.question_head import question_head
from components.review_answer import review_answer
from components.review_bar import review_bar
from components.review_counts import review_counts
from components.review_empty import review_empty
from components.review_progress import review_progress
from components.review_question import review_question
from components.review_steps import SITTING
from components.review_view import View, keep_view, load_view, view_now
from components.store_told import store_told
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item

_ALWAYS = {"u": ("review-undo",), "?": ("review-help",)}


def review(content: Content) -> None:
    """Draws the review, at the place where the visitor left it."""
    with store_told():
        keep_view(load_view(content))
        _sitting(content)
        return
    st.button(t("Try again"), key="review.again")


@st.fragment(key=SITTING)
def _sitting(content: Content) -> None:
    view = view_now()
    with st.container(key="review", gap="small"):
        counts = review_bar(content, view)
        _told(view)
        if _item(content, view) is None:
            with counts:
                review_counts(view)
            with store_told():
                review_empty(content, view)
            key_presses(_ALWAYS, "empty", "ll-question")
            return
        _answering(content, counts, st.container())


@st.fragment
def _answering(content: Content, counts: DeltaGenerator, head: DeltaGenerator) -> None:
    """A part of its own: the buttons above it stay as they are from one item to the next.

    `counts` and `head` are places above it that it fills.
    """
    view = view_now()
    place, item = view.place, _item(content, view)
    if place is None or item is None:
        return
    with counts:
        review_counts(view)
    with head:
        question_head(content, item, review_progress(view))
    first = st.container(key="answering-keys")  # always in one place, or its code would be started anew each time
    keys = review_answer(content, item, view, place) if place.revealed else review_question(item, view, place)
    focus = "ll-said" if place.revealed else "ll-question"
    with first:
        key_presses({**_ALWAYS, **keys}, f"{place.answer_id} {place.revealed}", focus)


def _item(content: Content, view: View) -> AnyItem | None:
    return find_item(content, view.place.item_id) if view.place else None


def _told(view: View) -> None:
    if view.told:
        st.error(t(view.told), icon=":material/sync_problem:")
    if view.note:
        show(el("p", t(view.note, answers=view.answers), class_="ll-note", role="status"))
    lasting_note()
