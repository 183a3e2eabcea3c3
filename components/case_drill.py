"""The case drill: which approach fits, in twin pairs that differ in one fact."""

from functools import partial

import streamlit as st

from components import session
from components.case_choice import case_choice, mixed_up
from components.case_twins import case_twins
from components.key_button import key_button
from components.key_presses.key_presses import key_presses
from components.page_link import page_link
from components.quiz_onward import quiz_onward
from components.quiz_place import change_quiz, open_quiz
from components.quiz_question import quiz_question
from components.quiz_result import quiz_result
from components.store_errors_shown import store_errors_shown
from core.content.choice_items import Case
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.quiz import Quiz, bring_next

NAME = "cases"


@st.fragment
def case_drill(content: Content) -> None:
    """Draws the case that is open, the result, or the start with the table of what is mixed up."""
    with st.container(key="practise"), store_errors_shown(NAME, t("Cases")):
        quiz = open_quiz(NAME, content)
        if quiz is None or "pair" in session.params():
            case_choice(NAME, content, quiz)
            key_presses({}, "choice", "ll-head")
        elif quiz.submitted:
            quiz_result(NAME, content, quiz, partial(mixed_up, NAME, content))
        elif quiz_question(NAME, content, quiz):
            _after(content, quiz)


def _after(content: Content, quiz: Quiz) -> None:
    case = find_item(content, quiz.item_id)
    if isinstance(case, Case):
        case_twins(content, case, quiz)
        quiz_onward(NAME, content, quiz, partial(_beside, content, case, quiz))


def _beside(content: Content, case: Case, quiz: Quiz) -> None:
    if case.twin in content.item_by_id and case.twin not in quiz.responses:
        bring = partial(change_quiz, NAME, quiz.id, partial(bring_next, item_id=case.twin))
        key_button("quiz-twin", t("Now the twin `T`"), bring)
    if case.guide:
        page_link(Page.DECIDE, t("What the guide says"), "alt_route", case.guide)
