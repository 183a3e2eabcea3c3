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
  new MutationObserver(() => requestAnimationFrame(copy)).observe(app, { attributes: true, attributeFilter: ["class"] });
  copy();
})();
</script>"""


def theme() -> None:
    """Loads the style sheet."""
    st.html(_style_sheet())
    st.html(_SCHEME, unsafe_allow_javascript=True)


@lru_cache(maxsize=1)
def _style_sheet() -> str:
    rules = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return f"<style>:root {{\n{css_variables()}\n}}\n{rules}</style>"
