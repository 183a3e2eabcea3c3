"""The look of every page: tokens, rules, and the theme in use told to what is drawn outside the page."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from components.own_script.own_script import own_script
from core.palette import css_variables


def theme() -> None:
    """Loads the style sheet."""
    st.html(_style_sheet())
    own_script("scheme")


@lru_cache(maxsize=1)
def _style_sheet() -> str:
    sheets = sorted(Path(__file__).parent.glob("*.css"), key=lambda path: path.name != "theme.css")
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return f"<style>:root {{\n{css_variables()}\n}}\n{rules}</style>"
