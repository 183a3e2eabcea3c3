"""Nothing is due: when something is again, and what can be done until then."""

import streamlit as st

from components import session
from components.markup import el, show
from components.next_cards import next_cards
from components.page_link import page_link
from components.review_progress import review_progress
from components.review_steps import start_round
from components.review_view import View
from core.content.models import Content
from core.content.pages import Page
from core.language.text import nt, t
from core.quiz.coming import Coming, coming_words
from core.quiz.log import Mode


def review_empty(content: Content, view: View) -> None:
    """Draws the state between two sittings."""
    store, key, now = session.store(), session.learner().key, session.now()
    cards = store.cards.all(key)
    what = next_cards(cards, view.queue, view.settings, now)
    show(
        review_progress(view),
        el("h1", t("Nothing is due"), class_="ll-question"),
        el("p", coming_words(what, now, view.settings), class_="ll-lede"),
        *(el("p", sentence) for sentence in _limits(what)),
        class_="ll ll-stack ll-question-head",
    )
    with st.container(key="ways-on", horizontal=True, vertical_alignment="center", gap="small"):
        if cards:
            ahead, cram = (content, Mode.AHEAD), (content, Mode.CRAM)
            st.button(t("Review ahead"), type="primary", key="review.ahead", on_click=start_round, args=ahead)
            st.button(t("Cram what is weakest"), key="review.cram", on_click=start_round, args=cram)
        page_link(Page.PROGRESS, t("See how you are doing"), "monitoring")
    if cards:
        show(el("p", t("Neither changes your schedule: both are extra practice."), class_="ll-note"))


def _limits(what: Coming) -> list[str]:
    reviews, new = what.held_back
    told = []
    if reviews:
        words = nt(
            "You have reached the review limit until then; one more is due. You can raise it in the settings.",
            "You have reached the review limit until then; {n} more are due. You can raise it in the settings.",
            reviews,
        )
        told.append(words)
    if new and what.new:
        told.append(t("No more new questions until then."))
    return told
