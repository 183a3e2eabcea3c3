"""The end of a drill: what was right, what was missed, and what to do with that."""

import streamlit as st

from components import session
from components.answered_list import answered_list
from components.markup import el, show
from components.quiz_place import leave_quiz, new_seed, start_quiz
from components.quiz_trouble import quiz_trouble
from components.response_log import make_due
from core.content.models import Content
from core.quiz.drill_sets import fresh_numbers
from core.quiz.generated import FAMILIES
from core.quiz.mark import Mark
from core.quiz.quiz import Quiz, marks, score


def quiz_result(name: str, content: Content, quiz: Quiz) -> None:
    """Draws the result, the ways on, and every question with its mark; their answers when asked for."""
    found = marks(quiz, content)
    missed = tuple(item_id for item_id, mark in found.items() if not mark.correct)
    right = len(found) - len(missed)
    show(
        el("p", el("span", quiz.title), class_="ll-eyebrow"),
        el("h1", f"{right} of {len(found)} right", class_="ll-question"),
        el("p", _sentence(quiz, content, found, missed), class_="ll-lede"),
        class_="ll ll-question-head",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"result-{name}"):
        _ways(name, quiz, missed)
    if session.kept(f"{name}.due") == quiz.id:
        show(el("p", _due_words(len(missed)), role="status"))
    quiz_trouble()
    answered_list(name, content, quiz)


def _sentence(quiz: Quiz, content: Content, found: dict[str, Mark], missed: tuple[str, ...]) -> str:
    if not missed:
        return "Nothing was missed. Your answers are in the log; the review schedule stands as it was."
    partly = sum(0 < mark.score < 1 for mark in found.values())
    half = f", {partly} of them right in part" if partly else ""
    return f"You missed {len(missed)}{half}. Credit in all: {score(quiz, content):.0%}."


def _ways(name: str, quiz: Quiz, missed: tuple[str, ...]) -> None:
    if missed:
        st.button(
            f"Retry the {len(missed)} missed" if len(missed) > 1 else "Retry the one missed",
            type="primary",
            key=f"{name}.retry",
            on_click=start_quiz,
            args=(name, _again(quiz.title), quiz.mode, missed),
        )
        if session.kept(f"{name}.due") != quiz.id:
            st.button("Add missed to review", key=f"{name}.add", on_click=_add, args=(name, quiz, missed))
    families = _families(quiz)
    if families:
        more = fresh_numbers(families, len(quiz.item_ids), new_seed())
        st.button(
            f"{len(more)} fresh ones",
            type="secondary" if missed else "primary",
            key=f"{name}.more",
            on_click=start_quiz,
            args=(name, quiz.title, quiz.mode, more),
        )
    st.button(
        "Choose another set",
        type="tertiary" if missed or families else "primary",
        key=f"{name}.leave",
        on_click=leave_quiz,
        args=(name,),
    )


def _again(title: str) -> str:
    return title if title.endswith(", again") else f"{title}, again"


def _families(quiz: Quiz) -> tuple[str, ...]:
    """The families of a drill of numbers alone, which never ends."""
    names = tuple(dict.fromkeys(item_id.partition("~")[0] for item_id in quiz.item_ids))
    return names if all("~" in item_id for item_id in quiz.item_ids) and set(names) <= set(FAMILIES) else ()


def _add(name: str, quiz: Quiz, missed: tuple[str, ...]) -> None:
    if make_due(quiz, missed):
        session.keep(f"{name}.due", quiz.id)


def _due_words(count: int) -> str:
    what = "It counts as a review" if count == 1 else f"All {count} count as reviews"
    return f"{what} answered Again and come{'s' * (count == 1)} back within minutes. Undo in the review takes it back."
