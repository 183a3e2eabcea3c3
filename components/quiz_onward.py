"""After an answer: the button to the next question or the result, and a link to where it is taught."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import session
from components.key_button import key_button
from components.question_foot import question_foot
from components.quiz_place import change_quiz
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.quiz import Quiz, go_to, next_open, submit


def quiz_onward(name: str, content: Content, quiz: Quiz, beside: Callable[[], None] | None = None) -> None:
    """Draws the way on after an answer, with what else can be pressed there, and the foot of the question."""
    following = next_open(quiz)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="quiz-onward"):
        label = t("See the result `Space`") if following is None else t("Next `Space`")
        key_button("quiz-on", label, partial(_go_on, name, quiz, following), "primary")
        if beside is not None:
            beside()
    item = find_item(content, quiz.item_id)
    response = quiz.responses.get(quiz.item_id)
    if item is not None:
        question_foot(content, item, response.answer if response else None)


def _go_on(name: str, quiz: Quiz, following: int | None) -> None:
    if following is None:
        change_quiz(name, quiz.id, partial(submit, at=session.now()))
    else:
        change_quiz(name, quiz.id, partial(go_to, place=following))
