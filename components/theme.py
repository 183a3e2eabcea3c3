"""The look of every page: tokens, rules, and the theme in use told to what is drawn outside the page."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from core.palette import css_variables

# Dialogs and menus are drawn outside .stApp, which alone knows the theme in use.
_SCHEME = """<script>
(() => {
  const root = document.documentElement, app = document.querySelector(".stApp");
  if (!app || root.dataset.llScheme) return;
  root.dataset.llScheme = "watched";
  const copy = () => { root.style.colorScheme = getComputedStyle(app).colorScheme; };
  const soon = () => requestAnimationFrame(copy);
  new MutationObserver(soon).observe(app, { attributes: true, attributeFilter: ["class"] });
  copy();
})();
</script>"""


def theme() -> None:
    """Loads the style sheet."""
    st.html(_style_sheet())
    st.html(_SCHEME, unsafe_allow_javascript=True)


@lru_cache(maxsize=1)
def _style_sheet() -> str:
    sheets = sorted(Path(__file__).parent.glob("*.css"), key=lambda path: path.name != "theme.css")
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return f"<style>:root {{\n{css_variables()}\n}}\n{rules}</style>"
