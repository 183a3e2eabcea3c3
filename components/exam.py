"""The exam: answer all, flag, hand in once, then look at the marks."""

import streamlit as st

from components import session
from components.exam_hand_in import exam_hand_in
from components.exam_marks import exam_marks
from components.exam_question import exam_question
from components.exam_start import exam_start
from components.key_presses.key_presses import key_presses
from components.quiz_place import EXAM, open_quiz
from components.store_errors_shown import store_errors_shown
from core.content.models import Content
from core.language.text import t


@st.fragment
def exam(content: Content) -> None:
    """Draws the exam in progress, its marks, or its start."""
    if session.take("exam.moved_on"):
        st.rerun(scope="app")
    with store_errors_shown("exam", t("Quick-fire")):
        quiz = open_quiz(EXAM, content)
        if quiz is None:
            exam_start(EXAM, content)
            key_presses({}, "start", "ll-head")
        elif quiz.submitted:
            exam_marks(EXAM, content, quiz)
        elif session.kept("exam.handing_in") == quiz.id:
            exam_hand_in(EXAM, quiz)
            key_presses({}, f"{quiz.id} hand in", "ll-question")
        else:
            exam_question(EXAM, content, quiz)
