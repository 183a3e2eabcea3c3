"""The other languages, one press away on every page."""

import streamlit as st

from components.language_choice import choose_language
from core.language.catalogue import languages
from core.language.in_force import in_force


def language_switch() -> None:
    """Draws a button for each language that is not spoken now, by its place: it keeps the focus when it is pressed."""
    spoken = in_force()
    others = [(code, name) for code, name in languages().items() if code != spoken]
    for place, (code, name) in enumerate(others):
        key = f"language.{place}"
        st.button(name, key=key, type="tertiary", icon=":material/translate:", on_click=choose_language, args=(code,))
