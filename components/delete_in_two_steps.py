"""Deletion in two steps: the first says what will be lost, the second does it."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.scroll_to import scroll_to
from components.store_trouble import store_trouble
from core.language.text import t
from core.store.errors import StoreError
from core.workshop.errors import WorkshopError


class Deletion(NamedTuple):
    """What is to be deleted; the keys of its buttons begin with `name`, and `does` says what its button does."""

    name: str
    title: str
    does: str
    heading: Literal["h2", "h3"] = "h3"


def delete_in_two_steps(deletion: Deletion, what_goes: Callable[[], str], delete: Callable[[], None]) -> None:
    """Draws the title and what the button does; once it is pressed what would go, and the two ways on.

    `what_goes` is asked only then. After `delete` the whole page is drawn anew; what it raises is told here.
    """
    name, title, does, heading = deletion
    asked = bool(session.kept(_asked(name)))
    with st.container(key=f"strip-delete-{name}", gap="small"):
        told = el("p", does)
        if asked:
            words = f" {what_goes()} {t('It cannot be undone.')}"
            told = el("p", icon("warning"), words, role="alert", id=_warning(name))
        show(el(heading, title, class_="sub" if heading == "h2" else None, id=_head(name)), told, class_="ll ll-stack")
        if trouble := session.kept(_trouble(name)):
            store_trouble(trouble)
        if asked:
            _ways_on(name, delete)
        else:
            st.button(title, icon=":material/delete:", on_click=_ask, args=(name, True), key=f"{name}.ask")
    if session.take(_pressed(name)):
        scroll_to(_warning(name) if asked else _head(name), block="nearest")


def _ways_on(name: str, delete: Callable[[], None]) -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button(t("Delete it for good"), icon=":material/delete_forever:", key=f"{name}.delete"):
            _delete(name, delete)
        st.button(t("Keep it"), on_click=_ask, args=(name, False), key=f"{name}.keep")


def _ask(name: str, asked: bool) -> None:
    session.keep(_asked(name), asked)
    session.keep(_pressed(name), True)
    session.keep(_trouble(name), None)


def _delete(name: str, delete: Callable[[], None]) -> None:
    try:
        delete()
    except (StoreError, WorkshopError) as error:
        session.keep(_trouble(name), str(error))
    st.rerun()


def _asked(name: str) -> str:
    return f"{name}.asked"


def _pressed(name: str) -> str:
    return f"{name}.ask-pressed"


def _trouble(name: str) -> str:
    return f"{name}.delete-told"


def _head(name: str) -> str:
    return f"{name}-delete"


def _warning(name: str) -> str:
    return f"{name}-warning"
