"""The interview question that an address names, offered beside another one that is open; or that there is none."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.interview_place import start_sitting
from components.markup import el, show
from core.content.models import Content
from core.interview.question_list import question_named, wanted_question
from core.interview.sitting import Sitting
from core.language.text import t


def named_question(content: Content, shown: Sitting | None) -> None:
    """Draws the offer when another question is shown than the one that the address names, or a note when none is."""
    params = session.params()
    item = question_named(content, params)
    if item is None and wanted_question(params):
        address_note(t("The address names a question that is not in this course."))
    if item is None or (shown and item.id == shown.question):
        return
    with st.container(key="rule-interview-named", horizontal=True, vertical_alignment="center", gap="small"):
        other = t(" Another question is open.") if shown else ""
        show(el("p", t("You came for “{question}”", question=item.question) + other))
        st.button(t("Ask me that one"), on_click=start_sitting, args=(item.id, shown), key="interview-named.start")
