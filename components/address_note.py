"""What an address says that cannot be followed."""

import streamlit as st


def address_note(*sentences: str) -> None:
    """Draws each sentence; the page is shown all the same."""
    for sentence in sentences:
        st.warning(sentence, icon=":material/info:")
