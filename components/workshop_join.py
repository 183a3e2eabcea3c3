"""Joining a room: its code and a name, no account."""

import streamlit as st

from components import session
from components.key_class import key_class
from components.look_at_step import OWN_PLACE
from components.lost_focus import lost_focus
from components.markup import el, show
from components.own_seat import MOVED
from components.refusal import REFUSED, refusal
from components.room_gone import room_gone
from components.room_way_back import room_way_back
from components.store_awaited import store_awaited
from components.workshop_access import MISTYPED, act, is_gone, named_room, own_person, room_now
from components.workshop_participant import workshop_participant
from core.content.models import Content
from core.language.text import t
from core.store.errors import StoreError
from core.store.rooms import NO_ROOM
from core.web.codes import read_room_code
from core.web.process import code_was_right, may_try_code
from core.workshop import participant
from core.workshop.errors import WorkshopError
from core.workshop.room import Room

_CODE, _NAME = "join.code", "join.name"
_FIELDS = {"code": _CODE, "name": _NAME}
_MISTAKE = "join.mistake"
_EXAMPLE = "ABC-234"


def workshop_join(content: Content) -> None:
    """Draws the way in, or the room once one is in it."""
    code = named_room()
    room = room_now(code) if code else None
    if room and not _has_left(room) and (room.has(own_person(code)) or session.kept("workshop.room") == code):
        if session.once("workshop.room", code):
            session.keep(OWN_PLACE, None)  # of another room
        workshop_participant(content, code)
    elif room is None and is_gone(code):
        room_gone(code)
    elif room or not store_awaited(code):
        _way_in(code, room)
    if session.take(MOVED):
        lost_focus("h1", token=code)


def _has_left(room: Room) -> bool:
    person = room.people.get(own_person(room.code))
    return person is not None and person.left


def _way_in(code: str, room: Room | None) -> None:
    words = t("Type the code from the big screen and a name that the others will see. Nothing else is needed.")
    if code and (room or not _may_tell(code)):
        words = t("Choose a name that the others will see. Nothing else is needed.")
    if room and _has_left(room):
        words = t("You have left this room. Type a name to come back; what you voted is kept.")
    with st.container(width=480, gap="small", key="way-in"):
        show(el("h1", t("Join a workshop")), el("p", words, class_="ll-lede"), class_="ll ll-stack")
        if not session.kept(REFUSED):
            session.keep(REFUSED, _turned_away(code, room))
        with st.container():  # also empty: it would move the form on, and a pressed button would lose the focus
            refusal()
        if not code:
            room_way_back()
        is_new = session.once("join.named", code)
        if code and (is_new or session.widget_value(_CODE) is None):
            session.set_widget_value(_CODE, code)
        with st.form("join", border=False):
            st.text_input(t("Code"), key=_CODE, placeholder=_EXAMPLE)
            st.text_input(t("Your name"), key=_NAME, autocomplete="nickname")
            st.form_submit_button(t("Join"), type="primary", on_click=_join)
        if mistake := session.take(_MISTAKE):
            lost_focus(f".{key_class(mistake)} input", held=True, token=session.now().isoformat())


def _may_tell(code: str) -> bool:
    """Whether the page may tell if there is such a room: `room_language` has then counted this look at the code."""
    return bool(code) and session.kept("language.room") == code


def _turned_away(code: str, room: Room | None) -> str:
    """Why the room in the address would refuse anybody, said before a name is typed; mostly nothing."""
    if not _may_tell(code):
        return ""
    if room is None:
        return t(NO_ROOM)
    try:
        participant.check_admitted(room, own_person(code))
    except WorkshopError as error:
        return str(error)
    return ""


def _join() -> None:
    typed = session.widget_value(_CODE, "")
    name = session.widget_value(_NAME, "")
    session.keep(MISTYPED, "")
    _try_to_join(typed, name)
    session.keep(_MISTAKE, _FIELDS.get(session.kept(MISTYPED)))


def _try_to_join(typed: str, name: str) -> None:
    if missing := _missing(typed, name):
        session.keep(REFUSED, missing)
        session.keep(MISTYPED, "name" if typed.strip() else "code")
        return
    code = read_room_code(typed)
    if code != named_room():
        session.put_param("room", None)  # so that who opens that link again finds its code, not the one typed over it
    if not _may_try(code):
        session.keep(REFUSED, t("Too many codes were tried. Check the big screen and try again in ten minutes."))
        return
    if act(code, lambda room: participant.join(room, own_person(code), name, session.now())):
        session.keep(MOVED, True)
        session.set_params({"room": code})


def _may_try(code: str) -> bool:
    """Whether this visit may be told if the room exists: it was told before, is in the room, or has guesses left."""
    try:
        room = session.store().rooms.find(code)
    except StoreError:
        return True  # no guess: the act that follows is refused, whatever the code is
    learner = session.learner().key
    if _may_tell(code) or (room and room.has(own_person(code))):
        return True
    if not may_try_code(learner, session.visitor_address(), session.now()):
        return False
    if room:
        code_was_right(learner)
    return True


def _missing(code: str, name: str) -> str:
    """What is still to be typed; empty when both fields say something."""
    if not code.strip() and not name.strip():
        return t("Type the code from the big screen, such as {example}, and a name for the room.", example=_EXAMPLE)
    if not code.strip():
        return t("Type the code from the big screen, such as {example}.", example=_EXAMPLE)
    return "" if name.strip() else t("Type a name that the others will see.")
