"""A sentence for screen readers only: the live region is there before its words, so that they count as a change."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "announcement",
    html='<p role="status">\n</p>',
    css=(_HERE / "announcement.css").read_text(encoding="utf-8"),
    js=(_HERE / "announcement.js").read_text(encoding="utf-8"),
)


def announcement(words: str, token: str, key: str) -> None:
    """Says the words, once for each token."""
    _mount(key=f"announcement.{key}", data={"words": words, "token": token})
