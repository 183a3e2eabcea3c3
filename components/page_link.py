"""A link to a page of the course."""

from collections.abc import Mapping

import streamlit as st

from components import session
from components.way_here import way_here
from core.content.pages import Page


def page_link(
    page: Page, label: str, icon: str, params: Mapping[str, str] | None = None, *, carry_back: bool = True
) -> None:
    """Draws the link, which carries the way back to here unless told not to; nothing where that page is not open."""
    there = session.open_pages().get(page)
    if there:
        given = (way_here() if carry_back else {}) | dict(params or {})
        st.page_link(there, label=label, icon=f":material/{icon}:", query_params=given or None)
