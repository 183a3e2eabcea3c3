"""What stands above every page: search and help in the header, the tour, the way back along a followed link."""

import streamlit as st

from components import session
from components.help_entry import help_entry
from components.search import search
from components.tour import tour
from components.way_back import way_back
from core.content.pages import Page


def page_frame(address: str) -> None:
    """Draws it; a room's own windows have none."""
    if session.params().get("room"):
        return
    here = Page(address or Page.START)
    with st.container(key="page-search"):
        search(here)
    with st.container(key="page-help"):
        help_entry()
    tour(here)
    way_back(address)
