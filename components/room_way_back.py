"""The way back into the room that one is in, for a tab whose address does not name it."""

from datetime import timedelta

import streamlit as st

from components import session
from components.markup import el, show
from components.own_room import own_room
from components.own_seat import MOVED
from components.store_errors_shown import store_errors_shown
from components.workshop_access import own_person
from core.language.text import t

_LATELY = timedelta(days=1)
"""A room that nobody ended is offered no longer to who has not been in it since."""


def room_way_back() -> None:
    """Draws the way into the open room that this browser was in last, if it still is."""
    with store_errors_shown():
        room = own_room(_LATELY)
        if room is None:
            return
        with st.container(key="rule-room-way-back", horizontal=True, vertical_alignment="center", gap="small"):
            name = room.people[own_person(room.code)].name
            here = t("You are in room {code} as “{name}”.", code=room.code, name=name)
            show(el("p", el("strong", here)), el("p", room.title, class_="ll-note"))
            st.button(t("Go back to the room"), on_click=_go, args=(room.code,), key="join.back")


def _go(code: str) -> None:
    session.keep(MOVED, True)
    session.set_params({"room": code})
