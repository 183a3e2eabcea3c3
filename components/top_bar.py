"""What stands above every page: the other languages, and for those who roam from a room the way back."""

import streamlit as st

from components.language_switch import language_switch
from components.room_bar import room_bar


def top_bar(here: str) -> None:
    """Draws it, for the page of this address; what is in the first container stands in the header."""
    with st.container(key="top-right", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        language_switch()
    room_bar(here)
