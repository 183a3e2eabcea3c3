"""One question of the bank, which an address names: asked here, without touching a drill that is open."""

from functools import partial

import streamlit as st

from components import session
from components.address_note import address_note
from components.key_button import key_button
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from components.page_links import page_links
from components.press_trouble import press_trouble
from components.question_head import question_head
from components.quiz_onward import quiz_onward
from components.quiz_place import open_quiz, start_quiz
from components.quiz_question import quiz_question
from components.quiz_result import quiz_result
from components.store_errors_shown import store_errors_shown
from core.content.interview_items import FreeAnswer
from core.content.items import KIND_LABELS, AnyItem
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.log import Mode

NAME = "one-question"


def one_item(content: Content) -> bool:
    """Draws the question that the address names; returns whether it names one."""
    item_id = session.params().get("item")
    if not item_id:
        return False
    item = find_item(content, item_id)
    if item is None or isinstance(item, FreeAnswer):
        address_note(t("The address names a question that is not in this course."))
        return False
    _asked(content, item)
    return True


@st.fragment
def _asked(content: Content, item: AnyItem) -> None:
    with st.container(key="practise"), store_errors_shown("one", t("Quick-fire")):
        quiz = open_quiz(NAME, content)
        if quiz is None or quiz.item_ids != (item.id,):
            _offer(content, item)
        elif quiz.submitted:
            quiz_result(NAME, content, quiz)
        elif quiz_question(NAME, content, quiz):
            quiz_onward(NAME, content, quiz)


def _offer(content: Content, item: AnyItem) -> None:
    question_head(content, item)
    alone = t("One question from the bank, on its own. A drill you have open stays where it is.")
    show(el("p", alone, class_="ll-note"))
    act = partial(start_quiz, NAME, KIND_LABELS[item.kind], Mode.DRILL, (item.id,))
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        key_button("one-start", t("Answer it"), act, "primary")
        page_links([Link(page=Page.QUICK_FIRE, label=t("Practise all of them instead"))])
    press_trouble()
    key_presses({}, "offer", "ll-question")
