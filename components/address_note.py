"""What an address says that cannot be followed."""

import re

import streamlit as st

_MARKS = re.compile(r"[\\`*\[\]<>$~#|]|(?<!\w)_|_(?!\w)|:(?=\S)")
"""What Markdown would read as a style, a picture or a link; whoever made the address could have written it."""
_LINKS = re.compile(r"//|www(?=\.)|@", re.IGNORECASE)
"""Behind these a bare address becomes a link, even where all signs are taken literally."""


def address_note(*sentences: str) -> None:
    """Draws the sentences in one note, taken literally; the page is shown all the same."""
    said = [_LINKS.sub("\\g<0>\N{WORD JOINER}", _MARKS.sub(r"\\\g<0>", one)) for one in dict.fromkeys(sentences)]
    if said:
        st.warning(said[0] if len(said) == 1 else "\n".join(f"- {one}" for one in said), icon=":material/info:")
