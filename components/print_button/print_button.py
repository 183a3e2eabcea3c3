"""A button that opens the browser's print dialog."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "print_button",
    html='<button type="button">Print\n</button>',
    css=(_HERE / "print_button.css").read_text(encoding="utf-8"),
    js="export default ({ parentElement }) => {\n  parentElement.firstElementChild.onclick = () => window.print()\n}\n",
)


def print_button(key: str) -> None:
    """Draws the button."""
    _mount(key=key, width="content", height="content")
