"""Runs one of our own scripts in the page. The content policy allows each by its hash."""

from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import streamlit as st

from components.markup import as_html

_FOLDER = Path(__file__).parent


def own_script(name: str, told: ET.Element | None = None) -> None:
    """Runs the script `name`; `told` is a hidden element in which it finds what it is to do."""
    st.html(f"{as_html(told)}<script>{_text(name)}</script>", unsafe_allow_javascript=True)


@lru_cache
def _text(name: str) -> str:
    return (_FOLDER / f"{name}.js").read_text(encoding="utf-8")
