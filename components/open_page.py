"""The callback of a button that opens another page of the course."""

from collections.abc import Mapping

import streamlit as st

from components import session
from components.way_here import way_here
from core.content.pages import Page


def open_page(page: Page, params: Mapping[str, str] | None = None) -> None:
    """Opens the page, with the way back to here; ends this run of the script."""
    st.switch_page(session.open_pages()[page], query_params=(way_here() | dict(params or {})) or None)
