"""Shows what the store could not do."""

import streamlit as st

from core.language.text import t


def store_trouble(sentence: str) -> None:
    """Draws the sentence, which is given in English, in the language of the page."""
    st.error(t(sentence), icon=":material/sync_problem:", width=680)
