"""Before an exam: its length and its subject."""

import streamlit as st

from components import session
from components.lasting_note import lasting_note
from components.markup import el, show
from components.page_head import page_head
from components.press_trouble import press_trouble
from components.quiz_place import kept_seed, start_quiz
from components.topic_choice import topic_choice
from core.content.models import Content
from core.language.text import marked, nt, t
from core.quiz.drill_sets import SIZES, page_name
from core.quiz.exam import exam_ids, topics
from core.quiz.log import Mode
from core.quiz.titles import exam_title

RULES = (
    marked("Answer in any order, and change an answer as often as you like."),
    marked("Nothing is marked until you hand in, and you hand in once."),
    marked("Close the tab when you need to: the exam waits at the same question."),
)
_SEED = "exam-start.seed"


def exam_start(name: str, content: Content) -> None:
    """Draws the rules, the length, the topics and the start."""
    page_head(t("Exam"), t("All questions first, the marks at the end."))
    show(el("ul", *(el("li", t(rule)) for rule in RULES)))
    pages = [topic.page for topic in topics(content)]
    size = st.segmented_control(t("How many questions"), SIZES, default=SIZES[1], required=True, key="exam-start.size")
    chosen = topic_choice(pages, lambda page: t(page_name(page)), "exam-start.pages")
    drawn = exam_ids(content, chosen, size or SIZES[1], kept_seed(_SEED))
    st.button(
        nt("Start the exam: {n} question", "Start the exam: {n} questions", len(drawn)),
        type="primary",
        disabled=not drawn,
        key="exam-start.go",
        on_click=_start,
        args=(name, drawn, [page_name(page) for page in chosen] if len(chosen) < len(pages) else []),
    )
    if drawn and len(drawn) < (size or 0):
        few = nt(
            "These topics have {n} question that an exam can ask.",
            "These topics have {n} questions that an exam can ask.",
            len(drawn),
        )
        show(el("p", few, class_="ll-note"))
    press_trouble()
    lasting_note()


def _start(name: str, item_ids: tuple[str, ...], pages: list[str]) -> None:
    session.keep(_SEED, None)
    session.keep("exam.handing_in", None)
    start_quiz(name, exam_title(pages), Mode.EXAM, item_ids)
