"""A button that puts interview questions into the review, and the message that replaces it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.message_in_place import message_in_place
from components.page_link import page_link
from core.content.pages import Page
from core.language.text import nt, t


def put_into_review(count: int, when: str, key: str, on_click: Callable[[], Any]) -> None:
    """Draws the button that puts so many questions there; once they are, when the first comes and the way to it."""
    if not when:
        label = nt("Add this question to my review", "Add these {n} questions to my review", count)
        st.button(label, icon=":material/add_task:", key=key, on_click=on_click)
        return
    first = nt(
        "In your review: this question comes {when}.",
        "In your review: the first of these {n} questions comes {when}.",
        count,
        when=when,
    )
    with st.container(key="put-into-review", horizontal=True, vertical_alignment="center", gap="small"):
        message_in_place(first, "ll-note")
        page_link(Page.QUICK_FIRE, t("Go to the review"), "quiz", carry_back=False)  # it leads on, as a plan does
