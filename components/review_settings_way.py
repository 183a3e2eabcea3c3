"""A link from another page to the review, with the form of its settings open."""

import streamlit as st

from components import session
from core.content.pages import Page
from core.language.text import t

WANTED = "review.settings-wanted"
"""Kept until the review has opened its form: in the address it would come back with Back."""


def review_settings_way(key: str) -> None:
    """Draws the button; nothing where the review is not open."""
    there = session.open_pages().get(Page.QUICK_FIRE)
    if there and st.button(
        t("Open the review settings"), type="tertiary", icon=":material/tune:", key=f"{key}.settings"
    ):
        session.keep(WANTED, True)
        st.switch_page(there)
