"""The bar above a review: what is left, Undo, the settings, and help on keys and grades."""

import streamlit as st

from components import session
from components.review_counts import review_counts
from components.review_help import review_help
from components.review_settings import review_settings
from components.review_settings_way import WANTED
from components.review_steps import end_round, undo
from components.review_view import View
from core.content.models import Content
from core.language.text import t


def review_bar(content: Content, view: View) -> None:
    """Draws the bar."""
    with st.container(key="bar-review", horizontal=True, vertical_alignment="center", gap="small"):
        review_counts(view)
        with st.container(key="bar-review-ways", horizontal=True, width="content", gap="small"):
            if view.in_round:
                label, icon = t("End the round"), ":material/close:"
                st.button(label, type="tertiary", icon=icon, key="review.end", on_click=end_round, args=(content,))
            elif view.begun:
                label, icon = t("Undo `U`"), ":material/undo:"
                st.button(label, type="tertiary", icon=icon, key="review.undo", on_click=undo, args=(content,))
            pressed = st.button(t("Settings"), type="tertiary", icon=":material/tune:", key="review.settings")
            if session.take(WANTED) or pressed:
                review_settings()
            review_help(view.settings, in_round=view.in_round)
