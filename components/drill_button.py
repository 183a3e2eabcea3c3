"""A button that starts a drill of given items, and asks first when another one is open."""

import secrets

import streamlit as st

from components import session
from components.markup import el, show
from components.store_told import store_told
from core.content.pages import Page
from core.quiz.log import Mode
from core.quiz.quiz import Quiz

NAME = "quiz"
_PLACE = {"way": "drill"}


def drill_button(label: str, item_ids: tuple[str, ...], title: str, key: str) -> None:
    """Draws the button; the drill opens on the practice page."""
    name = f"drill-button.{key}"
    pressed = st.button(label, icon=":material/quiz:", key=name, disabled=not item_ids)
    if not pressed and session.kept(name) != item_ids:
        return
    with store_told():
        open_quiz = _open_quiz()
        if open_quiz is None:
            _start(item_ids, title)
            return
        session.keep(name, item_ids)
        done = len(open_quiz.responses)
        show(
            el(
                "p",
                f"“{open_quiz.title}” is still open, {done} of {len(open_quiz.item_ids)} answered.",
                role="status",
            )
        )
        with st.container(horizontal=True, gap="small"):
            if st.button("Go on with it", key=f"{name}.go-on"):
                session.keep(name, None)
                _open()
            if st.button("Start the new one", key=f"{name}.replace"):
                session.keep(name, None)
                _start(item_ids, title)


def _open_quiz() -> Quiz | None:
    kept = session.store().drafts.get(session.learner().key, NAME)
    quiz = Quiz.model_validate_json(kept) if kept else None
    return quiz if quiz and quiz.responses and not quiz.over else None


def _start(item_ids: tuple[str, ...], title: str) -> None:
    now = session.now()
    quiz = Quiz(id=secrets.token_hex(8), title=title, mode=Mode.DRILL, item_ids=item_ids, started=now)
    session.store().drafts.put(session.learner().key, NAME, quiz.model_dump_json(), now)
    _open()


def _open() -> None:
    st.switch_page(session.open_pages()[Page.QUICK_FIRE], query_params=_PLACE)
