"""What the store could not do with the last press, told once, where the press was."""

import streamlit as st

from components import session
from core.language.text import t


def quiz_trouble() -> None:
    """Draws the sentence, if there is one; what was given is still on the screen."""
    sentence = session.kept("quiz.trouble")
    if sentence:
        session.keep("quiz.trouble", None)
        st.error(t(sentence), icon=":material/sync_problem:")
