"""Runs our own scripts in the page. The content policy allows each by its hash."""

from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import streamlit as st

from components.markup import as_html
from core.web.script_text import script_text

_FOLDER = Path(__file__).parent


def own_script(*names: str, told: ET.Element | None = None) -> None:
    """Runs the scripts of these names in one element; `told` is a hidden element with their data."""
    scripts = "".join(f"<script>{_text(name)}</script>" for name in names)
    st.html(as_html(told) + scripts, unsafe_allow_javascript=True)


@lru_cache
def _text(name: str) -> str:
    return script_text(_FOLDER / f"{name}.js")
