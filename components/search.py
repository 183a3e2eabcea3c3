"""The button at the top of every page that opens the search."""

import streamlit as st

from components import session
from components.search_box.search_box import search_box
from core.content.pages import Page
from core.join.way_back import pack
from core.language.text import t


def search(here: Page) -> None:
    """Draws the button, inside a fragment; the search itself is made only once it is opened."""
    if st.button(t("Search"), icon=":material/search:", shortcut="Ctrl+K", type="tertiary", key="search.open"):
        st.dialog(t("Search"), width="medium")(search_box)(pack(here, session.params()))
