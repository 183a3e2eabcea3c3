"""Before an exam: how long, on what."""

import streamlit as st

from components import session
from components.markup import el, show
from components.page_head import page_head
from components.quiz_place import new_seed, start_quiz
from components.quiz_trouble import quiz_trouble
from core.content.models import Content
from core.quiz.drill_sets import SIZES, page_name
from core.quiz.exam import exam_ids, topics
from core.quiz.log import Mode

RULES = (
    "Answer in any order, and change an answer as often as you like.",
    "Nothing is marked until you hand in, and you hand in once.",
    "Close the tab when you need to: the exam waits at the same question.",
)


def exam_start(name: str, content: Content) -> None:
    """Draws the rules, the length, the topics and the start."""
    page_head("Exam", "All questions first, the marks at the end.")
    show(el("ul", *(el("li", rule) for rule in RULES)))
    pages = [topic.page for topic in topics(content)]
    if session.widget_value("exam-start.pages") is None:
        session.set_widget_value("exam-start.pages", pages)
    size = st.segmented_control("How many questions", SIZES, default=SIZES[1], required=True, key="exam-start.size")
    chosen = st.pills("Topics", pages, selection_mode="multi", format_func=page_name, key="exam-start.pages")
    if session.kept("exam-start.seed") is None:
        session.keep("exam-start.seed", new_seed())
    drawn = exam_ids(content, chosen, size or SIZES[1], session.kept("exam-start.seed")) if chosen else ()
    st.button(
        f"Start the exam: {len(drawn)} questions" if drawn else "Choose a topic",
        type="primary",
        disabled=not drawn,
        key="exam-start.go",
        on_click=_start,
        args=(name, drawn, [page_name(page) for page in chosen] if len(chosen) < len(pages) else []),
    )
    if drawn and len(drawn) < (size or 0):
        show(el("p", f"These topics have {len(drawn)} questions that an exam can ask.", class_="ll-note"))
    quiz_trouble()


def _start(name: str, item_ids: tuple[str, ...], pages: list[str]) -> None:
    session.keep("exam-start.seed", None)
    session.keep("exam.handing_in", None)
    start_quiz(name, f"Exam: {', '.join(pages)}" if pages else "Exam", Mode.EXAM, item_ids)
