"""Asks how sure the learner is, before the answer is shown."""

import streamlit as st

from components import session
from core.language.text import marked, t
from core.quiz.log import Confidence

CONFIDENCE_WORDS = {
    Confidence.GUESS: marked("Guess"),
    Confidence.FAIRLY: marked("Fairly"),
    Confidence.SURE: marked("Sure"),
}
"""Each level in one word."""

_UNSEEN = object()


def confidence_choice(key: str, drafted: Confidence | None = None) -> Confidence | None:
    """Draws the choice, from `drafted` the first time that `key` is seen; None when it is skipped."""
    if drafted is not None and session.widget_value(key, _UNSEEN) is _UNSEEN:
        session.set_widget_value(key, drafted.value)
    picked = st.segmented_control(
        t("How sure are you? You may skip this."),
        [c.value for c in Confidence],
        format_func=lambda v: t(CONFIDENCE_WORDS[Confidence(v)]),
        key=key,
    )
    return Confidence(picked) if picked else None
