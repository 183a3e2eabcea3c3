"""Running text of content, at a measure that reads well."""

import streamlit as st

from components.markup import kept_together, whole_ranges


def prose(text: str) -> None:
    """Draws Markdown from content; a dollar sign is a dollar sign there, not a formula."""
    st.markdown(whole_ranges(kept_together(text)).replace("$", "\\$"))
