"""A link from the presenter's page to another window of the room: the audience's, or the plan to print."""

from typing import Literal

import streamlit as st

from components import session


def room_window(
    label: str, code: str, view: Literal["screen", "plan"], *, type: Literal["primary", "secondary"] = "secondary"
) -> None:
    """Draws it; it opens at the address that this page has, since only there is this browser the host."""
    address = f"{session.page_url() or f'/host?room={code}'}&view={view}"
    st.link_button(label, address, icon=":material/open_in_new:", type=type)
