"""One question of the guide, with its options as rows to press."""

import streamlit as st

from components import session
from components.decision_answers import keep_picked, picked, put_answer
from components.in_english import in_english
from components.label_text import label_text
from components.markup import el, error_line, rich, show
from components.prose import prose
from components.spoken_label import spoken_label
from core.content.graphs import Guide, Option, Question
from core.decision import UNSURE, Answers
from core.language.text import t


def decision_question(guide: Guide, question: Question, answers: Answers, number: int) -> None:
    """Draws the question; Continue puts the answer into the address."""
    added = el("span", t("added by us"), class_="ll-added") if question.added else None
    show(
        el("p", el("span", t("Question {number}", number=number)), added, class_="ll-eyebrow"),
        in_english(question, *question.options),
        el("h2", question.text, id=f"decision-{question.id}"),
        rich("p", question.added_why, class_="ll-note") if question.added_why else None,
    )
    given = picked(question, answers)
    with st.container(key=f"choice-{question.id}", gap="xsmall"):
        _many(question, given) if question.many else _one(question, given)
        _nothing_chosen(question)  # in here, or the button below would be drawn anew and lose the focus
    with st.container(key=f"go-{question.id}", horizontal=True, vertical_alignment="center", gap="small"):
        go = f"decision.{question.id}.go"  # the row has a key, or the question before leaves its buttons in it a while
        st.button(t("Continue"), type="primary", on_click=_answer, args=(guide, question), key=go)
        if question.unsure:
            unsure = (guide, question.id, (UNSURE,))
            st.button(t("I do not know"), type="tertiary", on_click=put_answer, args=unsure, key=f"{go}.unsure")
    if question.unsure:
        with st.expander(t("How to find out"), icon=":material/lightbulb:"):
            prose(question.unsure.text)


def _nothing_chosen(question: Question) -> None:
    if session.kept("decision.empty") == question.id:  # where the button was when it was pressed: that is in view
        one, many = t("Choose a row, then continue."), t("Choose at least one row, then continue.")
        show(error_line(many if question.many else one))


def _one(question: Question, given: tuple[str, ...]) -> None:
    ids = [option.id for option in question.options]
    key = f"decision.{question.id}"
    if given and session.widget_value(key) is None:
        session.set_widget_value(key, given[0])
    st.radio(
        question.text,
        ids,
        index=None,
        format_func=lambda option_id: label_text(question.option(option_id).label),
        captions=[label_text(option.detail) for option in question.options],
        key=key,
        on_change=_pick,
        args=(question,),
        label_visibility="collapsed",
        width="stretch",
    )


def _many(question: Question, given: tuple[str, ...]) -> None:
    st.caption(t("Several can be true at once. Choose all that are."))
    for option in question.options:
        _check_row(question, option, option.id in given)


def _check_row(question: Question, option: Option, chosen: bool) -> None:
    key = f"decision.{question.id}.{option.id}"
    if session.widget_value(key) is None:
        session.set_widget_value(key, chosen)
    with st.container(key=f"row-{question.id}-{option.id}", gap=None):
        st.checkbox(spoken_label(option.label), key=key, width="stretch", on_change=_pick, args=(question,))
        show(rich("p", option.detail, class_="ll-note"))


def _chosen(question: Question) -> tuple[str, ...]:
    if question.many:
        ids = [option.id for option in question.options]
        return tuple(i for i in ids if session.widget_value(f"decision.{question.id}.{i}"))
    one = session.widget_value(f"decision.{question.id}")
    return (one,) if one else ()


def _pick(question: Question) -> None:
    keep_picked(_chosen(question))


def _answer(guide: Guide, question: Question) -> None:
    chosen = _chosen(question)
    if not chosen:
        session.keep("decision.empty", question.id)
        return
    put_answer(guide, question.id, chosen)
