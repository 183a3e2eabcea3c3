"""Above a question of a drill: which one it is, how far one has come, and the way out."""

import streamlit as st

from components import session
from components.markup import el, show
from components.quiz_place import leave_quiz
from core.quiz.quiz import Quiz


def quiz_head(name: str, quiz: Quiz) -> None:
    """Draws the row and the bar."""
    total, given = len(quiz.item_ids), len(quiz.responses)
    with st.container(horizontal=True, vertical_alignment="center", key=f"bar-{name}"):
        place = el("span", el("b", str(quiz.place + 1)), f" of {total}", class_="ll-num")
        show(el("p", el("span", quiz.title), place, class_="ll-eyebrow"))
        st.button(
            "Leave",
            icon=":material/close:",
            type="tertiary",
            key=f"{name}.leave",
            on_click=leave_quiz,
            args=(name,),
            help="Your answers so far are kept.",
        )
    bar = el("div", el("i", style=f"width:{100 * given // total}%"), class_="ll-bar")
    bar.attrib.update({"role": "img", "aria-label": f"{given} of {total} answered"})
    show(bar)
    left_out = session.kept(f"{name}.left_out")
    if left_out and left_out[0] == quiz.id:
        many = left_out[1] > 1
        what = f"{left_out[1]} questions are" if many else "One question is"
        show(el("p", f"{what} no longer in the course and {'were' if many else 'was'} skipped.", class_="ll-note"))
