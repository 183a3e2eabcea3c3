"""A button that a key can press: it stands in a container of its own, by which `key_presses` finds it."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

Rank = Literal["primary", "secondary", "tertiary"]


def key_button(
    name: str, label: str, act: Callable[[], None], rank: Rank = "secondary", disabled: bool = False
) -> None:
    """Draws the button; the key stands in its label as `code`."""
    with st.container(key=name, width="content"):
        st.button(label, type=rank, key=f"{name}.press", on_click=act, disabled=disabled)
