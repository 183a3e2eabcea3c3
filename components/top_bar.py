"""The top of every page: search, help and the other languages, then the ways back and the tour.

It also holds an invisible element that reruns the page once a lost connection is back.
"""

import streamlit as st

from components import session
from components.first_screen import BEGAN
from components.help_entry import help_entry
from components.language_switch import language_switch
from components.line_back.line_back import line_back
from components.lost_focus import lost_focus
from components.renewed_content import renewed_content
from components.room_bar import room_bar
from components.search import search
from components.tour import tour
from components.way_back import way_back
from core.content.pages import Page


def top_bar(address: str) -> None:
    """Draws it, for the page of this address; a room's own windows have the languages alone."""
    if session.kept(BEGAN) is None:
        session.keep(BEGAN, session.now())
    renewed_content()
    openings = session.kept("page.openings", 0)
    turned = session.once("page.here", address)
    if turned:
        session.keep("page.openings", openings + 1)
    here, in_room = Page(address or Page.START), bool(session.params().get("room"))
    line_back()
    with st.container(key="top-right", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        if not in_room:
            _ways(here)
        language_switch()
        if turned and openings:  # the link that led here is gone with its page
            lost_focus("h1", token=str(openings))
    room_bar(address)
    if not in_room:
        tour(here)
        way_back(address)


@st.fragment
def _ways(here: Page) -> None:
    """Both in one fragment, each without a box of its own: every box takes its time before a page can be used."""
    search(here)
    help_entry()
