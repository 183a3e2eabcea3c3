"""Running text of content, at a measure that reads well."""

import streamlit as st

from components.markup import kept_together


def prose(text: str) -> None:
    """Draws Markdown from content; a dollar sign is a dollar sign there, not a formula."""
    st.markdown(kept_together(text).replace("$", "\\$"))
