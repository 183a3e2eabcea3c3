"""The interview question that an address names, offered beside another one that is open."""

import streamlit as st

from components import session
from components.interview_place import start_sitting
from components.markup import el, show
from core.content.models import Content
from core.interview.question_list import named_question


def interview_named(content: Content, open_now: str) -> None:
    """Draws the offer when another question is open than the one that the address names."""
    item = named_question(content, session.params())
    if item is None or item.id == open_now:
        return
    with st.container(key="rule-interview-named", horizontal=True, vertical_alignment="center", gap="small"):
        other = " Another question is open." if open_now else ""
        show(el("p", f"You came for “{item.question}”{other}"))
        st.button("Ask me that one", on_click=start_sitting, args=(item.id,), key="interview-named.start")
