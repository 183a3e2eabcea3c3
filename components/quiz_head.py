"""The head of a question in a drill: its number, the progress so far, and the way out."""

import streamlit as st

from components import session
from components.markup import el, show
from components.quiz_place import leave_quiz
from core.language.text import nt, t
from core.quiz.quiz import Quiz
from core.quiz.titles import said_title


def quiz_head(name: str, quiz: Quiz) -> None:
    """Draws the row and the bar."""
    total, given = len(quiz.item_ids), len(quiz.responses)
    with st.container(horizontal=True, vertical_alignment="center", key=f"bar-{name}"):
        place = el("span", el("b", str(quiz.place + 1)), t(" of {total}", total=total), class_="ll-num")
        show(el("p", el("span", said_title(quiz.title)), place, class_="ll-eyebrow"))
        st.button(
            t("Leave"),
            icon=":material/close:",
            type="tertiary",
            key=f"{name}.leave",
            on_click=leave_quiz,
            args=(name,),
            help=t("Your answers so far are kept."),
        )
    progress = el("div", el("i", style=f"width:{100 * given // total}%"), class_="ll-progress", role="img")
    progress.set("aria-label", t("{given} of {total} answered", given=given, total=total))
    show(progress)
    left_out = session.kept(f"{name}.left_out")
    if left_out and left_out[0] == quiz.id:
        words = nt(
            "One question is no longer in the course and was skipped.",
            "{n} questions are no longer in the course and were skipped.",
            left_out[1],
        )
        show(el("p", words, class_="ll-note"))
