"""A button that leads to another page."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components import session
from core.content.pages import Page


@dataclass(frozen=True)
class Way:
    """Where a button leads, and its label."""

    name: str
    label: str
    page: Page
    params: Mapping[str, str]


def way_button(way: Way, key: str, *, primary: bool) -> None:
    """Draws the button."""
    pressed = st.button(
        way.label,
        type="primary" if primary else "secondary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key=f"{key}.{way.name}",
    )
    if pressed:
        st.switch_page(session.open_pages()[way.page], query_params=dict(way.params) or None)
