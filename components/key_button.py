"""A button that a key can press: `key_presses` finds it by its name."""

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

Rank = Literal["primary", "secondary", "tertiary"]


def key_button(name: str, label: str, act: Callable[[], Any], rank: Rank = "secondary", disabled: bool = False) -> None:
    """Draws the button; the key stands in its label as `code`."""
    st.button(label, type=rank, key=f"{name}.press", on_click=act, disabled=disabled)
