"""Says what in an address could not be followed."""

import re

import streamlit as st

from core.text.markdown_text import unlinked

_MARKS = re.compile(r"[\\`*\[\]<>$~#|]|(?<!\w)_|_(?!\w)|:(?=\S)")
"""What Markdown would read as a style, a picture or a link; whoever made the address could have written it."""


def address_note(*sentences: str) -> None:
    """Draws the sentences in one note, taken literally; the page is shown all the same."""
    said = [unlinked(_MARKS.sub(r"\\\g<0>", one)) for one in dict.fromkeys(sentences)]
    if said:
        st.warning(said[0] if len(said) == 1 else "\n".join(f"- {one}" for one in said), icon=":material/info:")
