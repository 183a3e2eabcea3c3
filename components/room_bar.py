"""A line on the other pages for people who are in a room: where the presenter is, and the way back."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.look_at_step import OWN_PLACE
from components.markup import el, show
from components.own_room import own_room
from components.page_link import page_link
from components.workshop_access import RESULTS_SEEN, followed_room, is_gone, own_person, results_seen
from core.content.pages import Page
from core.language.text import t
from core.store.errors import StoreError
from core.workshop.guessing import room_guesses
from core.workshop.room import Room

_OWN = (Page.HOST, Page.JOIN, Page.REMOTE)
_LATELY = timedelta(hours=1)
"""Who opens a page later than that after having been in a room has come for something else."""

_STOOD = "workshop.line"
"""Under which name the session keeps the room and the page of the last line."""


def room_bar(here: str) -> None:
    """Draws the line when this browser is in a room; a room's own windows show by themselves where the presenter is."""
    if here not in _OWN and session.once("workshop.sought", "room"):
        _seek()
    code = session.kept("workshop.room")
    at_room = here in _OWN and bool(session.params().get("room"))  # Back leads a phone to the page without its room
    if code and not at_room:
        session.keep(OWN_PLACE, None)  # who comes back follows again
        _bar(code, here)


def _seek() -> None:
    """Finds the room anew: a page that is loaded again is a new visit, which knows of none."""
    try:
        room = None if session.kept("workshop.room") else own_room(_LATELY)
    except StoreError:
        return  # the page is there for something else; the room's own pages tell it
    if room:
        session.keep("workshop.room", room.code)


@st.fragment
def _bar(code: str, here: str) -> None:
    room = followed_room(code)
    if room is None:
        _deleted(code, here)
        return
    if not room.has(own_person(code)):
        return
    session.keep(_STOOD, (code, here))
    if room.closed:
        _ended(code)
        return
    if results_seen(code):
        session.keep(RESULTS_SEEN, None)  # it was opened again: its next end is told too
    with st.container(key="bar-room", horizontal=True, vertical_alignment="center", gap="small"):
        there = t("Room {code}. The presenter is at “{title}”.", code=code, title=room.step.title)
        show(el("p", there, " ", _open_there(room)))
        page_link(Page.JOIN, t("Back to the presenter"), "co_present", {"room": code}, carry_back=False)


def _ended(code: str) -> None:
    """After the workshop: a link to the results, until this visitor has seen them."""
    if results_seen(code):
        return
    with st.container(key="bar-room", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", t("The workshop in room {code} has ended.", code=code)))
        page_link(Page.JOIN, t("See your results"), "co_present", {"room": code}, carry_back=False)


def _deleted(code: str, here: str) -> None:
    """Says what became of the line, on the page where it stood."""
    if session.kept(_STOOD) == (code, here) and is_gone(code) and not results_seen(code):
        with st.container(key="bar-room"):
            show(el("p", t("Room {code} has been deleted.", code=code)))


def _open_there(room: Room) -> ET.Element | None:
    if not room.open_ballot(session.now()):
        return None
    guess = room_guesses(session.content(), room)
    return el("strong", t("A guess is open there.") if guess else t("A vote is open there."))
