"""The look of every page: tokens, rules, and the theme in use told to what is drawn outside the page."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from components.own_script.own_script import own_script
from components.streamlit_words import streamlit_words
from core.language.in_force import in_force
from core.language.text import marked, t
from core.palette import css_variables

# What the style sheet says: words that CSS puts beside elements of Streamlit's.
_WORDS = {
    "menu": marked("Menu"),
    "dearer": marked("↑ 10–100 times dearer, all told"),
    "labs": marked("AI labs only"),
    "cost": marked("Cost: "),
    "time": marked("Time to ship: "),
    "best": marked("Best for: "),
    "avoid": marked("Avoid when: "),
    "chosen": marked("Chosen: "),
}


def theme() -> None:
    """Loads the style sheet, and the scripts that hold on every page."""
    st.html(_style_sheet(in_force()))
    own_script(
        "scheme", "one_entry", "paper", "phone_menu", "download_focus", "streamlit_words", told=streamlit_words()
    )


@lru_cache(maxsize=8)
def _style_sheet(_: str) -> str:
    sheets = sorted(Path(__file__).parent.glob("*.css"), key=lambda path: path.name != "theme.css")
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    words = "\n".join(f'--ll-say-{name}: "{t(text)}";' for name, text in _WORDS.items())
    return f"<style>:root {{\n{css_variables()}\n{words}\n}}\n{rules}</style>"
