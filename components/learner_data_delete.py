"""Deletion in two steps: the first says what will be lost, the second does it."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.scroll_to import scroll_to
from components.store_trouble import store_trouble
from core.language.numbers import decimal
from core.language.text import nt, t
from core.store.errors import StoreError

_ASKED, _TOLD, _PRESSED = "learner-data.asked", "learner-data.delete-told", "learner-data.ask-pressed"
_HEAD, _WARNING = "learner-data-delete", "learner-data-warning"


def learner_data_delete() -> None:
    """Draws the button; once it is pressed what would go, and the two ways on."""
    asked = bool(session.kept(_ASKED))
    with st.container(key="strip-delete", gap="small"):
        show(el("h3", t("Delete my data"), id=_HEAD), _warning() if asked else _what_it_does(), class_="ll ll-stack")
        if told := session.kept(_TOLD):
            store_trouble(told)
        _ways_on(asked)
    if session.take(_PRESSED):
        scroll_to(_WARNING if asked else _HEAD, block="nearest")


def _ways_on(asked: bool) -> None:
    if not asked:
        st.button(t("Delete my data"), icon=":material/delete:", on_click=_ask, args=(True,), key="learner-data.ask")
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(t("Delete it for good"), icon=":material/delete_forever:", key="learner-data.delete"):
            _delete()
        st.button(t("Keep it"), on_click=_ask, args=(False,), key="learner-data.keep")


def _what_it_does() -> ET.Element:
    return el(
        "p",
        t(
            "Removes everything this server keeps about you. Only the name, votes and questions you gave a workshop "
            "room stay until that room is deleted. Export your data first if you might want them again."
        ),
    )


def _warning() -> ET.Element:
    return el("p", icon("warning"), f" {_what_goes()} {t('It cannot be undone.')}", role="alert", id=_WARNING)


def _what_goes() -> str:
    held = session.store().learners.holdings(session.learner().key)
    parts = [
        (held.answers, nt("{n} answer", "{n} answers", held.answers, n=decimal(held.answers))),
        (held.cards, nt("the schedule of {n} question", "the schedule of {n} questions", held.cards)),
        (held.drafts, nt("{n} saved place", "{n} saved places (such as past interviews)", held.drafts)),
    ]
    named = [words for count, words in parts if count] or [parts[0][1]]
    told = {"first": ", ".join(named), "last": t("your settings")}
    if held.browsers > 1:
        return t("This deletes {first} and {last}, on every device that shares this record.", **told)
    return t("This deletes {first} and {last}.", **told)


def _ask(asked: bool) -> None:
    session.keep(_ASKED, asked)
    session.keep(_PRESSED, True)
    session.keep(_TOLD, None)


def _delete() -> None:
    try:
        session.store().learners.delete(session.learner().key)
    except StoreError as error:
        session.keep(_TOLD, str(error))
        st.rerun()
    session.forget()
    session.keep("learner-data.deleted", True)
    session.set_params({})
    st.rerun()
