"""Before an exam is handed in: what is unanswered, what is flagged, and that it is final."""

from functools import partial

import streamlit as st

from components import session
from components.markup import el, show
from components.press_trouble import press_trouble
from components.quiz_place import change_quiz
from core.language.text import nt, t
from core.quiz.quiz import Quiz, go_to, submit
from core.quiz.titles import said_title


def exam_hand_in(name: str, quiz: Quiz) -> None:
    """Draws the question whether to hand in, with ways back to what is open or flagged."""
    open_places = [place for place, item_id in enumerate(quiz.item_ids) if item_id not in quiz.responses]
    flagged = [place for place, item_id in enumerate(quiz.item_ids) if item_id in quiz.flagged]
    show(
        el("p", el("span", said_title(quiz.title)), class_="ll-eyebrow"),
        el("h1", t("Hand in?"), class_="ll-question"),
        el("p", _sentence(len(open_places), len(quiz.item_ids)), class_="ll-lede"),
        class_="ll ll-question-head",
    )
    _places(name, quiz, ("open", t("Open:")), open_places)
    _places(name, quiz, ("flagged", t("Flagged:")), flagged)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="hand-in-exam"):
        st.button(t("Hand in now"), type="primary", key="exam.submit", on_click=_submit, args=(name, quiz))
        st.button(t("Back to the questions"), key="exam.back", on_click=_back)
    show(el("p", t("You hand in once. After that nothing can be changed."), class_="ll-note"))
    press_trouble()


def _sentence(left: int, total: int) -> str:
    if not left:
        return nt("The one question is answered.", "All {n} questions are answered.", total)
    return nt(
        "1 question has no answer and counts as not known.",
        "{n} of {total} questions have no answer and count as not known.",
        left,
        total=total,
    )


def _places(name: str, quiz: Quiz, named: tuple[str, str], places: list[int]) -> None:
    if not places:
        return
    id_, words = named
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"places-{id_}"):
        show(el("p", words))
        for place in places:
            key = f"exam.{id_}.{place}"
            label = t("Question {place}", place=place + 1)
            st.button(label, type="tertiary", key=key, on_click=_open, args=(name, quiz, place))


def _open(name: str, quiz: Quiz, place: int) -> None:
    _back()
    change_quiz(name, quiz.id, partial(go_to, place=place))


def _back() -> None:
    session.keep("exam.handing_in", None)


def _submit(name: str, quiz: Quiz) -> None:
    if change_quiz(name, quiz.id, partial(submit, at=session.now())):
        session.keep("exam.handed_in_here", quiz.id)
        _back()
