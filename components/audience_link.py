"""The way from the presenter's page to the window that the room looks at."""

from typing import Literal

import streamlit as st

from components import session


def audience_link(label: str, code: str, *, type: Literal["primary", "secondary"] = "secondary") -> None:
    """Draws it; it opens at the address that this page has, since only there is this browser the host."""
    address = f"{session.page_url() or f'/host?room={code}'}&view=screen"
    st.link_button(label, address, icon=":material/open_in_new:", type=type)
