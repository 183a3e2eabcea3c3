"""Every question of a quiz with its mark; the answers and reasons open when asked for."""

import streamlit as st

from components.answer_feedback import GRADE_LOOKS, answer_feedback
from components.confidence_choice import CONFIDENCE_WORDS
from components.drawer import drawer
from components.markup import el, icon, rich, show
from components.question_foot import question_foot
from components.response_log import answer_id
from components.time_words import time_words
from core.content.choice_items import Case
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import marked, t
from core.quiz.answers import SELF_GRADED
from core.quiz.display import shown_order
from core.quiz.generated import find_item
from core.quiz.mark import Grade, Mark
from core.quiz.quiz import Quiz, Response, marks

_WORDS = {Grade.RIGHT: marked("Right"), Grade.PARTLY: marked("Partly right"), Grade.WRONG: marked("Not quite")}


def answered_list(name: str, content: Content, quiz: Quiz) -> None:
    """Draws a row for each question; “Show all answers” opens all of them."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"bar-{name}-answers"):
        show(el("h2", t("Your answers"), class_="sub"))
        open_all = st.toggle(t("Show all answers"), key=f"{name}.{quiz.id}.answers")
    with st.container(key=f"answers-{name}", gap=None):
        for place, (item_id, mark) in enumerate(marks(quiz, content).items(), 1):
            item = find_item(content, item_id)
            if item is None:
                continue
            key = f"{name}.{quiz.id}.{place}.{open_all}"
            with st.container(key=f"answered-{key}", gap="xsmall"):
                _head(quiz, item, mark)
                with drawer(t("Answer and reasons"), f"{key}.open", at_first=open_all) as is_open:
                    if is_open:
                        _answer(content, quiz, item, mark)


def _head(quiz: Quiz, item: AnyItem, mark: Mark) -> None:
    response = quiz.responses.get(item.id)
    symbol, tone = GRADE_LOOKS[mark.grade]
    word = _verdict(item, response, mark.grade)
    sure = response.confidence if response else None
    seconds = quiz.spent.get(item.id) or (response.seconds if response else None)
    show(
        el(
            "p",
            el("span", icon(symbol), el("span", word), class_=f"ll-verdict {tone}"),
            el("span", t("Question {place}", place=quiz.item_ids.index(item.id) + 1)),
            el("span", t(CONFIDENCE_WORDS[sure])) if sure else None,
            el("span", time_words(seconds), class_="ll-num") if seconds else None,
            class_="ll-eyebrow",
        ),
        rich("p", item.situation if isinstance(item, Case) else item.question, class_="ll-asked"),
    )


def _verdict(item: AnyItem, response: Response | None, grade: Grade) -> str:
    if response is None:
        return t("Not answered")
    recalled = response.answer is None or item.kind in SELF_GRADED
    return t("Not known") if recalled and grade is Grade.WRONG else t(_WORDS[grade])


def _answer(content: Content, quiz: Quiz, item: AnyItem, mark: Mark) -> None:
    response = quiz.responses.get(item.id)
    answer, sure = (response.answer, response.confidence) if response else (None, None)
    answer_feedback(item, answer, mark, shown_order(item, answer_id(quiz, item.id)), sure)
    question_foot(content, item, answer)
