"""The button at the top of every page that opens the search."""

import streamlit as st

from components import session
from components.search_box.search_box import search_box
from core.content.pages import Page
from core.join.way_back import pack


@st.fragment
def search(here: Page) -> None:
    """Draws the button; the search itself is made only once it is opened."""
    if st.button("Search", icon=":material/search:", shortcut="Ctrl+K", type="tertiary", key="search.open"):
        _dialog(pack(here, session.params()))


@st.dialog("Search", width="medium")
def _dialog(back: str) -> None:
    search_box(back)
