"""A participant's menu in a room: change the name, or leave."""

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, icon, show
from components.menu import menu
from components.refusal import refusal
from components.workshop_access import act, own_person
from core.language.text import t
from core.workshop import participant
from core.workshop.room import Room

_MENU, _KEY, _CLOSED = "room.seat", "room.seat-key", "room.seat-closed"
MOVED = "workshop.moved"
"""What a visit keeps once somebody has come in or gone: the button that they pressed is no longer there."""


def own_seat(room: Room) -> None:
    """Draws a menu in which a participant mends a mistyped name, or leaves."""
    key = session.kept(_KEY, _MENU)
    with menu(t("Change your name, or leave"), key, "person", type="tertiary") as is_open:
        if is_open:
            _open(room)
            session.keep("room.renamed", None)
    if session.kept("room.renamed") == room.step_id:
        told = t("The others now see “{name}”.", name=room.people[own_person(room.code)].name)
        show(el("p", icon("check_circle"), told, class_="ll-said", role="status"))
    if session.take(_CLOSED):
        lost_focus(f"[class*='{key_class(_MENU)}'] button")


def _open(room: Room) -> None:
    code = room.code
    key = f"room.own_name.{code}"
    if session.widget_value(key) is None:
        session.set_widget_value(key, room.people[own_person(code)].name)
    with st.form("seat", border=False):
        st.text_input(t("Your name"), key=key, autocomplete="nickname")
        st.form_submit_button(t("Change it"), on_click=_rename, args=(code, key), key="room.rename")
    refusal()
    st.button(t("Leave the room"), type="tertiary", on_click=_leave, args=(code,), key="room.leave")


def _rename(code: str, key: str) -> None:
    name = session.widget_value(key, "")
    done = act(code, lambda room: participant.rename(room, own_person(code), name, session.now()))
    session.keep("room.renamed", done.step_id if done else None)
    if done:
        # From now on a menu of another key, which is closed: left open, it would cover the next step. To close this one
        # is not enough: a new name has the room's screens run anew, and what this one sends may say that it is open.
        session.keep(_KEY, f"{_MENU}-{session.new_id()}")
        session.keep(_CLOSED, True)


def _leave(code: str) -> None:
    if act(code, lambda room: participant.leave(room, own_person(code), session.now())):
        session.keep(MOVED, True)
