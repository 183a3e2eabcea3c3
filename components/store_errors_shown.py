"""Tells the visitor what the store could not do; what they typed is still there."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components import session
from components.markup import el, show
from components.store_trouble import store_trouble
from core.language.text import marked, t
from core.store.errors import StoreError

_NO_ANSWER = marked("The store does not answer. Try again in a moment.")


@contextmanager
def store_errors_shown(page: str = "", title: str = "") -> Iterator[None]:
    """Runs a block that reads or writes the store; when that fails its sentence is shown in place of the rest.

    A block that is a whole page, and gives its name and title, has its title all the same, and a button to try again.
    """
    try:
        yield
    except StoreError as error:
        opens = _opens()
        if title and not opens:
            show(el("h1", title), class_="ll ll-head")
        store_trouble(str(error) if opens or not error.passing else _NO_ANSWER)
        if page:
            st.button(t("Try again"), key=f"{page}.again")


def _opens() -> bool:
    try:
        session.store()
    except StoreError:
        return False
    return True
