"""A button that opens the browser's print dialog."""

from pathlib import Path

import streamlit as st

from core.language.text import t

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "print_button",
    html='<button type="button" class="ll-print-button">\n</button>',
    css=(_HERE / "print_button.css").read_text(encoding="utf-8"),
    isolate_styles=False,  # a dialog leads Tab past whatever is closed off from it
    js=(_HERE / "print_button.js").read_text(encoding="utf-8"),
)


def print_button(key: str) -> None:
    """Draws the button."""
    _mount(key=key, data={"word": t("Print")}, width="content", height="content")
