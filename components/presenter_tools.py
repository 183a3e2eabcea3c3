"""The presenter's clock and menus: people, questions, agenda, links."""

import streamlit as st

from components import session
from components.host_button import host_button
from components.markup import el, show
from components.menu import menu
from components.named_label import named_label
from components.room_questions import room_questions
from components.scroll_to import scroll_to
from components.step_clock.step_clock import step_clock
from components.workshop_access import act, here
from components.workshop_agenda import MOVED, PRESSED, workshop_agenda
from components.workshop_links import workshop_links
from core.content.models import Content
from core.language.text import t
from core.workshop import clock, host
from core.workshop.letting_back import let_back, sent_out
from core.workshop.room import Person, Room
from core.workshop.seat import Seat

_END_ASKED = "end-asked"


def presenter_tools(content: Content, room: Room) -> None:
    """Draws the row of menus above the screen; a count, strong in its label, is hidden while its menu is open."""
    waiting, there = len(room.waiting), here(room)
    with st.container(key="room-tools", horizontal=True, gap="small", vertical_alignment="center"):
        step_clock(clock.step_clock(room, session.now()), room.code)
        with menu(t("People {count}", count=f"**{len(there)}**"), "room-people", "group") as is_open:
            if is_open:
                _people(room, there)
        with menu(t("Questions {count}", count=f"**{waiting}**"), "room-questions", "help") as is_open:
            if is_open:
                room_questions(room, Seat.HOST)
                _voice(room)
        with menu(t("Agenda"), "room-agenda", "list") as is_open:
            if is_open:
                workshop_agenda(content, room)
            else:
                for name in (MOVED, PRESSED):
                    session.keep(name, None)  # opened again, it shows the step that is on
        with menu(t("Links"), "room-links", "link") as is_open:
            if is_open:
                workshop_links(room)
        with menu(t("End"), "room-end", "stop_circle") as is_open:
            session.keep("room.end_shown", is_open)
            if is_open:
                _ask_to_end(room)


def _people(room: Room, there: tuple[Person, ...]) -> None:
    show(el("p", t("Join link, to be sent to those who come")))
    st.code(f"{session.server_address()}/join?room={room.code}", language=None, wrap_lines=True)
    label = t("Unlock the room") if room.locked else t("Lock the room")
    st.button(label, on_click=_lock, args=(room.code, not room.locked), key="room.lock")
    for person in room.present:
        _person(room, person, away=person not in there)
    if not room.people:
        show(el("p", t("Nobody has joined yet."), class_="ll-note"))
    for person in sent_out(room):
        _sent_out(room, person)


def _person(room: Room, person: Person, *, away: bool) -> None:
    with st.container(key=f"rule-person-{person.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", person.name, el("span", f" {t('away')}", class_="ll-note") if away else None))
        this = (room.code, person.id)
        label = named_label(t("Remove"), person.name)
        st.button(label, type="tertiary", on_click=_remove, args=this, key=f"room.remove.{person.id}")


def _sent_out(room: Room, person: Person) -> None:
    with st.container(key=f"rule-person-{person.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", person.name, class_="ll-note"))
        label, this = named_label(t("Let back in"), person.name), (room.code, person.id)
        st.button(label, type="tertiary", on_click=_let_back, args=this, key=f"room.let_back.{person.id}")


def _voice(room: Room) -> None:
    asks, feels = room.questions_on, room.gauge_on
    label = t("Turn questions off") if asks else t("Turn questions on")
    st.button(label, on_click=_set_voice, args=(room.code, not asks, feels), key="room.voice.ask")
    label = t("Turn the speed gauge off") if feels else t("Turn the speed gauge on")
    st.button(label, on_click=_set_voice, args=(room.code, asks, not feels), key="room.voice.gauge")


def _ask_to_end(room: Room) -> None:
    show(
        el("p", el("strong", t("End the workshop for all?")), id=_END_ASKED),
        el(
            "p",
            t(
                "Each phone then shows its owner's results, and your page the report. You can reopen the room within a "
                "day."
            ),
            class_="ll-note",
        ),
        class_="ll ll-stack",
    )
    host_button(room.code, host.close, t("End the workshop"), "room.end.go", type="primary")
    scroll_to(_END_ASKED, block="nearest")  # else Tab goes on behind the menu, closes it, and no key ends a room


def _lock(code: str, locked: bool) -> None:
    act(code, lambda room: host.set_lock(room, locked, session.now()), as_host=True)


def _remove(code: str, person: str) -> None:
    act(code, lambda room: host.remove(room, person, session.now()), as_host=True)


def _let_back(code: str, person: str) -> None:
    act(code, lambda room: let_back(room, person, session.now()), as_host=True)


def _set_voice(code: str, questions: bool, gauge: bool) -> None:
    act(code, lambda room: host.set_voice(room, questions, gauge, session.now()), as_host=True)
