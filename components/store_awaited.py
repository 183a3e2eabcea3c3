"""Replaces a room while the store does not answer: says what is wrong, and redraws the page once it answers."""

import streamlit as st

from components import session
from components.follow.follow import follow
from components.markup import el, show
from components.store_trouble import store_trouble
from core.language.text import t
from core.store.errors import StoreError


def store_awaited(code: str) -> bool:
    """Whether the store does not answer; if so, says it, and the page is drawn once it does."""
    if code and _trouble(code):
        _awaited(code)
        return True
    return False


def _trouble(code: str) -> StoreError | None:
    try:
        session.store().rooms.find(code)
    except StoreError as error:
        return error
    return None


@st.fragment
def _awaited(code: str) -> None:
    trouble = _trouble(code)
    if trouble is None:
        st.rerun()
    store_trouble(str(trouble))
    show(
        el("h1", t("Room {code}", code=code)),
        el("p", t("Nothing in the room is lost. This page tries again by itself every second or two."), role="status"),
        class_="ll ll-stack",
    )
    follow(code, 0, again=True)
