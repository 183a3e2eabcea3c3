"""The room's voice: questions with votes for them, and how the speed feels."""

import secrets

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.workshop_access import act, own_person
from core.workshop import host, participant
from core.workshop.events import Pace
from core.workshop.room import Room, RoomQuestion
from core.workshop.words import QUESTION_CHARACTERS

_PACES = {Pace.TOO_SLOW: "Too slow", Pace.TOO_FAST: "Too fast"}


def ask_and_feel(room: Room) -> None:
    """Draws a participant's two ways to be heard, where the host has them on."""
    with st.container(
        key="room-voice", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        if room.questions_on:
            with st.popover("Ask a question", icon=":material/help:", type="tertiary"):
                _ask(room)
        if room.gauge_on:
            _feel(room)


def _ask(room: Room) -> None:
    st.text_area(
        "Your question; the room sees it without your name", max_chars=QUESTION_CHARACTERS, key="room.question"
    )
    st.button("Ask", type="primary", on_click=_asked, args=(room.code,), key="room.ask")
    room_questions(room, as_host=False)


def _asked(code: str) -> None:
    text = session.widget_value("room.question", "")
    question_id = session.kept("room.question_id") or secrets.token_hex(8)
    session.keep("room.question_id", question_id)
    asked = act(code, lambda room: participant.ask(room, own_person(code), question_id, text, session.now()))
    if asked:
        session.set_widget_value("room.question", "")
        session.keep("room.question_id", None)


def _feel(room: Room) -> None:
    key = f"room.pace.{room.code}"
    given = room.paces.get(own_person(room.code))
    if session.widget_value(key) is None and given in _PACES:
        session.set_widget_value(key, given)
    st.segmented_control(
        "How the speed feels",
        list(_PACES),
        format_func=_PACES.__getitem__,
        key=key,
        on_change=_felt,
        args=(room.code, key),
        label_visibility="collapsed",
    )


def _felt(code: str, key: str) -> None:
    pace = Pace(session.widget_value(key) or Pace.FINE)
    act(code, lambda room: participant.feel(room, own_person(code), pace, session.now()))


def room_questions(room: Room, *, as_host: bool) -> None:
    """Draws the questions, those with most votes first; a host marks them, others vote for them."""
    waiting = [question for question in room.questions.values() if not question.answered]
    ordered = sorted(waiting, key=lambda one: (-len(one.upvoters), one.asked))
    for question in ordered:
        _question(room, question, as_host)
    answered = len(room.questions) - len(waiting)
    if answered:
        show(el("p", f"{answered} answered.", class_="ll-note"))
    if not room.questions:
        show(el("p", "No questions yet.", class_="ll-note"))


def _question(room: Room, question: RoomQuestion, as_host: bool) -> None:
    person = own_person(room.code)
    with st.container(key=f"rule-question-{question.id}", horizontal=True, vertical_alignment="center", gap="small"):
        votes = len(question.upvoters)
        show(el("p", question.text), el("p", f"{votes} {'vote' if votes == 1 else 'votes'}", class_="ll-note"))
        if as_host:
            answered = (room.code, question.id)
            st.button("Answered", on_click=_answered, args=answered, key=f"room.answered.{question.id}")
            return
        mine = person in question.upvoters
        label = "Take back" if mine else "Me too"
        args = (room.code, question.id, not mine)
        st.button(label, icon=":material/thumb_up:", on_click=_upvoted, args=args, key=f"room.upvote.{question.id}")


def _answered(code: str, question_id: str) -> None:
    act(code, lambda room: host.mark_answered(room, question_id, session.now()), as_host=True)


def _upvoted(code: str, question_id: str, on: bool) -> None:
    act(code, lambda room: participant.upvote(room, own_person(code), question_id, on, session.now()))


def pace_gauge(room: Room) -> None:
    """Draws how the speed feels to the room; nobody is named."""
    counts = {pace: sum(1 for one in room.paces.values() if one is pace) for pace in (Pace.TOO_FAST, Pace.TOO_SLOW)}
    words = f"{counts[Pace.TOO_FAST]} find it too fast, {counts[Pace.TOO_SLOW]} too slow, of {len(room.present)}."
    show(el("p", icon("speed"), f" {words}"))
