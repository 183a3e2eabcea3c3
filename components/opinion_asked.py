"""A model's opinion on an answer: asked for once the learner has pressed for it, then kept for the visit."""

import streamlit as st

from components import session
from core.interview.second_opinion import Opinion, ask
from core.interview.turn import Turn
from core.interview.verdicts import AnswerMark
from core.language.text import t

KEPT, WANTED = "interview.opinion.", "interview.opinion-wanted"


def opinion_asked(turn: Turn, mark: AnswerMark, key: str) -> Opinion | None:
    """The opinion, or None when none was asked for; draws that it waits, while it does."""
    endpoint = session.endpoint()
    if endpoint is not None and session.kept(WANTED) == key:
        session.keep(WANTED, None)
        with st.spinner(t("Waiting for {model}", model=endpoint.model)):
            session.keep(KEPT + key, ask(endpoint, session.rubrics()[turn.rubric_id], turn.answer, mark))
    found: Opinion | None = session.kept(KEPT + key)
    return found
