"""Draws one item by the address: its form and, once checked or asked for, its feedback."""

from xml.etree import ElementTree as ET

import streamlit as st

from components.answer_feedback import answer_feedback
from components.answer_form import answer_form
from components.answer_now import answer_now
from components.confidence_choice import confidence_choice
from components.markup import el, rich, show
from components.style_sheet import style_sheet
from components.theme import theme
from core.content.choice_items import Case
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, read_answer
from core.quiz.display import shown_order
from core.quiz.log import Confidence
from core.quiz.marking import given_up, mark
from tests.browser.gallery.gallery_items import ALL, ANSWERS


def gallery() -> None:
    """`?item=…` draws a form; `&answer=…` (JSON, or `none`) its feedback, `&sure=…` with a confidence.

    `?all=forms` draws every form, `?all=feedback` feedback of every kind and grade.
    """
    st.set_page_config(page_title="Gallery", layout="wide")
    st.html(f"<style>{style_sheet()}</style>")
    theme()
    if "all" in st.query_params:
        with st.container(key="practise"):
            _all_forms() if st.query_params["all"] == "forms" else _all_feedback()
        return
    item = ALL[st.query_params.get("item", "example-single-choice")]
    with st.container(key="practise"):
        show(el("h1", item.question, style="font-size:1.75rem"), _situation(item))
        given = st.query_params.get("answer")
        if given is None:
            _ask(item)
        else:
            _feedback(item, None if given == "none" else read_answer(given), st.query_params.get("sure"))


def _all_forms() -> None:
    show(el("h1", "Every form"))
    for item in ALL.values():
        show(el("h2", item.question, style="font-size:1.375rem;margin-top:3rem"), _situation(item))
        answer_form(item, shown_order(item, "gallery"), f"all.{item.id}")


def _all_feedback() -> None:
    show(el("h1", "Every feedback"))
    for name, item in ALL.items():
        show(el("h2", item.question, style="font-size:1.375rem;margin-top:3rem"), _situation(item))
        _feedback(item, ANSWERS.get(name), None)


def _situation(item: AnyItem) -> ET.Element | None:
    return rich("p", item.situation, class_="ll-lede") if isinstance(item, Case) else None


@st.fragment
def _ask(item: AnyItem) -> None:
    checked = st.session_state.get("checked")
    if checked is not None:
        _feedback(item, checked, None)
        return
    drafted = st.query_params.get("draft")
    draft = read_answer(drafted) if drafted else None
    key = f"gallery.{item.id}"
    answer = answer_form(item, shown_order(item, "gallery"), key, draft, on_submit=lambda: _check(item, key))
    confidence_choice(f"gallery.{item.id}.sure")
    st.button("Check answer", type="primary", disabled=answer is None, on_click=_check, args=(item, key), key="check")


def _check(item: AnyItem, key: str) -> None:
    st.session_state["checked"] = answer_now(item, key)


def _feedback(item: AnyItem, answer: AnyAnswer | None, sure: str | None) -> None:
    found = given_up(item) if answer is None else mark(item, answer)
    answer_feedback(item, answer, found, shown_order(item, "gallery"), Confidence(sure) if sure else None)
