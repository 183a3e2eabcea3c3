"""The decision record: what it is for, the file, and the printable view."""

import re

import streamlit as st

from components import session
from components.figures.lora_builder import VALID
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, show
from components.print_button.print_button import print_button
from components.record_place import empty_record, numbers_in_record
from core.content.models import Content
from core.decision import Walk
from core.export.decision_record import decision_record, one_line
from core.export.record_code import code_intro, rank_advice, with_code
from core.export.record_numbers import RecordNumber, with_numbers
from core.language.text import t
from core.lesson_figures.lora_code import CHAPTER, LoraSettings, configuration_code
from core.text.markdown_text import unlinked, unstyled

_PRICE = re.compile(r"(?<!\\)\$")
_REMOVED, _SUBJECT = "record.removed", "record.subject"


def decision_record_view(content: Content, walk: Walk, *, came: bool) -> None:
    """Draws the record as a page of its own, with a way back; who `came` from the guide begins at its top."""
    subject, numbers = session.params().get("for", ""), numbers_in_record()
    with st.container(key="no-print", horizontal=True, vertical_alignment="center", gap="small"):
        st.button(t("Back to the guide"), icon=":material/arrow_back:", on_click=_view, args=("",), key="record.back")
        print_button("record.print")
        _download(_with_code(content, walk, _record(content, walk, subject, numbers)))
    with st.container(key="panel-record"):
        record = _record(content, walk, unstyled(unlinked(subject)), numbers)
        st.markdown(_PRICE.sub(r"\\$", record))  # between two of them Streamlit would set a formula
        if intro := code_intro(walk.steps, _settings(), rank_advice(content, walk.steps)):
            with st.container(key="record-code"):  # not on paper, where nobody can run it
                st.markdown(intro)
                st.code(configuration_code(_settings()), language="python", wrap_lines=True)
    if came:
        lost_focus(f".{key_class('no-print')} button", shown=True)


def decision_record_bar(content: Content, walk: Walk) -> None:
    """Draws the field for the subject, and the two ways to take the record."""
    subject, numbers = one_line(session.params().get("for", "")), numbers_in_record()
    show(el("h2", t("Take it with you"), class_="sub ll-part ll-screen"))
    if session.widget_value(_SUBJECT) != subject:
        session.set_widget_value(_SUBJECT, subject)
    st.text_input(  # without max_chars: Streamlit drops a pasted text that is longer, and says nothing
        t("What is this decision for?"),
        placeholder=t("Support bot for the product catalogue"),
        key=_SUBJECT,
        on_change=_keep_subject,
        width=480,
    )
    with st.container(horizontal=True, gap="small"):
        _download(_with_code(content, walk, _record(content, walk, subject, numbers)))
        st.button(t("Printable view"), icon=":material/print:", on_click=_view, args=("record",), key="record.view")
    if numbers:
        _numbers(numbers)
    elif session.take(_REMOVED):
        lost_focus(f".{key_class('record.view')} button")  # the button that removed them went with them


def _numbers(numbers: tuple[RecordNumber, ...]) -> None:
    names = ", ".join(t("“{name}”", name=number.question) for number in numbers)
    show(el("p", t("The record holds numbers from {names}.", names=names), class_="ll-note"))
    st.button(t("Remove the numbers"), type="tertiary", on_click=_remove, key="record.none")


def _remove() -> None:
    session.keep(_REMOVED, True)
    empty_record()


def _download(record: str) -> None:
    st.download_button(
        t("Save as decision record"),
        record,
        file_name="decision-record.md",
        mime="text/markdown",
        icon=":material/download:",
        on_click="ignore",
        key="record.download",
    )


def _record(content: Content, walk: Walk, subject: str, numbers: tuple[RecordNumber, ...]) -> str:
    return with_numbers(decision_record(content, walk, subject, session.today(), session.page_url()), numbers)


def _with_code(content: Content, walk: Walk, record: str) -> str:
    return with_code(record, walk.steps, _settings(), rank_advice(content, walk.steps))


def _settings() -> LoraSettings:
    settings: LoraSettings = session.kept(VALID, CHAPTER)
    return settings


def _view(name: str) -> None:
    session.put_param("view", name or None)


def _keep_subject() -> None:
    session.put_param("for", one_line(str(session.widget_value(_SUBJECT, ""))) or None)
