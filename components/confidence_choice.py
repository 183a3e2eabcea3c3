"""How sure the learner is, said before the answer is shown."""

import streamlit as st

from core.language.text import marked, t
from core.quiz.log import Confidence

_WORDS = {Confidence.GUESS: marked("Guess"), Confidence.FAIRLY: marked("Fairly"), Confidence.SURE: marked("Sure")}


def confidence_choice(key: str) -> Confidence | None:
    """Draws the choice; None when it is skipped."""
    picked = st.segmented_control(
        t("How sure are you? You may skip this."),
        [c.value for c in Confidence],
        format_func=lambda v: t(_WORDS[Confidence(v)]),
        key=key,
    )
    return Confidence(picked) if picked else None
