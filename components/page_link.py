"""A link to a page of the course."""

from collections.abc import Mapping

import streamlit as st

from components import session
from core.content.pages import Page


def page_link(page: Page, label: str, icon: str, params: Mapping[str, str] | None = None) -> None:
    """Draws the link; nothing where that page is not open."""
    there = session.open_pages().get(page)
    if there:
        st.page_link(there, label=label, icon=f":material/{icon}:", query_params=dict(params or {}) or None)
