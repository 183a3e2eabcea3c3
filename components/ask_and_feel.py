"""A participant's two ways to be heard: a question, and how the speed feels."""

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, error_line, icon, show
from components.menu import menu
from components.own_script.own_script import own_script
from components.refusal import REFUSED, refusal
from components.room_questions import room_questions
from components.workshop_access import act, own_person, room_now
from core.language.text import marked, t
from core.workshop import participant
from core.workshop.events import Pace
from core.workshop.room import Room
from core.workshop.seat import Seat

_MENU, _PRESSES, _NEXT = "room.asks", "room.asks_pressed", "room.question_next"
_NOT_TAKEN = "room.question_not_taken"
"""Where is kept which text the room did not take as a question, and why."""
_PACES = {Pace.TOO_SLOW: marked("Too slow"), Pace.TOO_FAST: marked("Too fast")}


@st.fragment
def ask_and_feel(code: str) -> None:
    """Draws a participant's two ways to be heard, where the host has them on. A new step leaves them alone."""
    room = room_now(code)
    if room is None or not (room.questions_on or room.gauge_on):
        return
    with st.container(
        key="room-voice", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        if room.questions_on:
            _questions(room)
        if room.gauge_on:
            _feel(room)
    refusal()


def _questions(room: Room) -> None:
    """The menu. Once its label counts the questions, a second button says that you can ask one."""
    count = len(room.waiting)
    label = t("Questions {count}", count=f"**{count}**") if count else t("Ask a question")
    with menu(label, _MENU, "help", in_page=True) as is_open:
        if is_open:
            _ask(room)
        else:
            session.keep("room.question_in", None)
            session.keep(_NOT_TAKEN, None)
    if count and not is_open:
        st.button(t("Ask a question"), type="tertiary", on_click=_open, key="room.asks_too")
    if is_open and (presses := session.kept(_PRESSES, 0)):
        lost_focus(f".{key_class(_MENU)} textarea", shown=True, token=f"{presses}")


def _open() -> None:
    """Opens the menu in place of the button, which is gone then."""
    session.keep(_PRESSES, session.kept(_PRESSES, 0) + 1)
    session.set_widget_value(_MENU, True)


def _ask(room: Room) -> None:
    question_id, key = _next_question(room)
    label = t("Your question; the room sees it without your name")
    text = st.text_area(label, key=key)  # no bound: the browser would drop the whole of a longer text that is pasted
    with st.container(key="room-ask", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(t("Ask"), type="primary", on_click=_asked, args=(room.code, question_id, key), key="room.ask")
        if session.kept("room.question_in") == room.step_id:  # beside the pressed button, which is in sight
            show(el("p", icon("check_circle"), t("Your question is in."), class_="ll-said", role="status"))
        refused, why = session.kept(_NOT_TAKEN) or ("", "")
        if why and refused == text:  # what others ask and vote for meanwhile does not take it away
            show(error_line(why, key))
        refusal()
    own_script("enter_presses")
    room_questions(room, Seat.PARTICIPANT)


def _next_question(room: Room) -> tuple[str, str]:
    """The id of the question that is typed, and the key of its field: the same after a reload, new once it is in."""
    known: tuple[str, str] | None = session.kept(f"{_NEXT}.{room.code}")
    if known is None:
        person = own_person(room.code)
        asked = sum(one.person == person for one in (*room.questions.values(), *room.dropped.values()))
        known = (session.new_id(), f"room.question.{room.code}.{asked}")
        session.keep(f"{_NEXT}.{room.code}", known)
    return known


def _asked(code: str, question_id: str, key: str) -> None:
    text = session.widget_value(key, "")
    asked = act(code, lambda room: participant.ask(room, own_person(code), question_id, text, session.now()))
    session.keep("room.question_in", asked.step_id if asked else None)
    session.keep(_NOT_TAKEN, None if asked else (text, session.take(REFUSED)))
    if asked:
        session.keep(f"{_NEXT}.{code}", None)


def _feel(room: Room) -> None:
    key = f"room.pace.{room.code}"
    given = room.paces.get(own_person(room.code))
    shown = given if given in _PACES else None
    if session.widget_value(key) != shown:  # another of this person's screens said it, or the next step has cleared it
        session.set_widget_value(key, shown)
    st.segmented_control(
        t("How the speed feels"),
        list(_PACES),
        format_func=lambda pace: t(_PACES[pace]),
        key=key,
        on_change=_felt,
        args=(room.code, key),
        label_visibility="collapsed",
    )


def _felt(code: str, key: str) -> None:
    pace = Pace(session.widget_value(key) or Pace.FINE)
    session.keep("workshop.around", None)  # the step that comes next, however soon, draws this anew without the press
    act(code, lambda room: participant.feel(room, own_person(code), pace, session.now()))
