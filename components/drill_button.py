"""A button that starts a drill of given items, and asks first when another one is open."""

import streamlit as st

from components import session
from components.markup import el, show
from components.open_page import open_page
from components.press_trouble import TROUBLE, press_trouble
from components.quiz_place import DRILL, open_quiz, start_quiz
from core.content.pages import Page
from core.language.text import t
from core.quiz.log import Mode
from core.quiz.quiz import Quiz
from core.quiz.titles import said_title


def drill_button(label: str, item_ids: tuple[str, ...], title: str, key: str, *, primary: bool = False) -> None:
    """Draws the button; the drill opens on the practice page."""
    name = f"drill-button.{key}"
    pressed = st.button(
        label,
        type="primary" if primary else "secondary",
        icon=":material/quiz:",
        key=name,
        disabled=not item_ids,
    )
    if not pressed and session.kept(name) != item_ids:
        return
    before = open_quiz(DRILL, session.content())
    if before is None or before.over or not before.responses:
        _start(title, item_ids)
    else:
        session.keep(name, item_ids)
        _ask(before, name, title, item_ids)
    press_trouble()


def _ask(before: Quiz, name: str, title: str, item_ids: tuple[str, ...]) -> None:
    words = t(
        "“{title}” is still open, {given} of {total} answered.",
        title=said_title(before.title),
        given=len(before.responses),
        total=len(before.item_ids),
    )
    show(el("p", words, role="status"))
    with st.container(horizontal=True, gap="small"):
        go_on = st.button(t("Resume"), key=f"{name}.go-on")
        replace = st.button(t("Start the new one"), key=f"{name}.replace")
    if go_on or replace:
        session.keep(name, None)
    if go_on:
        _open()
    if replace:
        _start(title, item_ids)


def _start(title: str, item_ids: tuple[str, ...]) -> None:
    start_quiz(DRILL, title, Mode.DRILL, item_ids)
    if not session.kept(TROUBLE):
        _open()


def _open() -> None:
    open_page(Page.QUICK_FIRE, {"way": "drill"})
