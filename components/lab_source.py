"""The code that ran, and the words that run it from a command line."""

import streamlit as st

from components.drawer import drawer
from components.markup import el, show
from core.lab.sources import source_of
from core.lab_page.opened import Opened
from core.language.text import t


def lab_source(opened: Opened) -> None:
    """Draws the drawer; the file is read when it is opened."""
    with drawer(t("The code that runs"), "lab.source", "code") as is_open:
        if is_open:
            _code(opened)


def _code(opened: Opened) -> None:
    setting = opened.setting
    path, code = source_of(setting.experiment)
    knobs = " ".join(f"{name}={value}" for name, value in setting.values.items())
    show(el("p", el("code", path), t(", all of it. From a command line:")))
    words = f"python -m core lab {setting.experiment} {knobs} --seed {setting.seed}"
    st.code(words, language=None, wrap_lines=True)
    st.code(code, language="python", height=480)
