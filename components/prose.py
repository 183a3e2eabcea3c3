"""Running text of content, at a measure that reads well."""

import re

import streamlit as st

from components.markup import kept_together

_CODE = re.compile(r"(`[^`]*`)")


def prose(text: str, key: str) -> None:
    """Draws Markdown from content; a dollar sign is a dollar sign there, not a formula."""
    with st.container(key=f"prose-{key}"):
        st.markdown(_outside_code(text).replace("$", "\\$"))


def _outside_code(text: str) -> str:
    """Code is copied as it stands; all else keeps its ranges and units on one line."""
    return "".join(part if part.startswith("`") else kept_together(part) for part in _CODE.split(text))
