"""Drills: a set of items picked for a purpose, in one go."""

import streamlit as st

from components import session
from components.drill_choice import CHOICE_KEYS, drill_choice
from components.key_presses.key_presses import key_presses
from components.quiz_onward import quiz_onward
from components.quiz_place import DRILL, open_quiz
from components.quiz_question import quiz_question
from components.quiz_result import quiz_result
from components.store_errors_shown import store_errors_shown
from core.content.models import Content
from core.language.text import t


@st.fragment
def drills(content: Content) -> None:
    """Draws the drill in progress, its result, or the choice of one."""
    with store_errors_shown("drill", t("Quick-fire")):
        quiz = open_quiz(DRILL, content)
        if quiz is None or "set" in session.params():
            drill_choice(DRILL, content, quiz)
            key_presses(CHOICE_KEYS, "choice", "ll-head")
        elif quiz.submitted:
            quiz_result(DRILL, content, quiz)
        elif quiz_question(DRILL, content, quiz):
            quiz_onward(DRILL, content, quiz)
