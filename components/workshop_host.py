"""The presenter's page: now, next, notes and clock; or the audience's window of the same room, or its plan to print."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.agenda_on_paper import agenda_on_paper
from components.agendas_to_choose import agendas_to_choose
from components.host_button import host_button
from components.host_focus import host_focus
from components.lost_focus import lost_focus
from components.markup import el, show
from components.page_links import page_links
from components.presenter_tools import presenter_tools
from components.refusal import REFUSED, refusal
from components.report_view import report_view
from components.room_delete import room_delete
from components.room_gone import room_gone
from components.store_awaited import store_awaited
from components.store_errors_shown import store_errors_shown
from components.workshop_access import (
    admit_by_link,
    followed_room,
    hosted_rooms,
    is_gone,
    is_host,
    named_room,
    room_now,
)
from components.workshop_controls import workshop_controls
from components.workshop_open import workshop_open
from components.workshop_screen import workshop_screen
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t
from core.workshop.host import can_reopen, reopen
from core.workshop.plan import Plan
from core.workshop.room import Room


def workshop_host(content: Content) -> None:
    """Draws the room that the address names for its host, or the way to open one; or the plan of either, to print."""
    code, view = named_room(), session.params().get("view")
    admit_by_link(code)
    if not code or not is_host(code):
        _no_room(content, code)
    elif view == "screen":
        _audience(content, code)
    elif view == "plan":
        _plan_of_room(content, code)
    else:
        _presenter(content, code)
        if session.take("workshop.opened"):
            lost_focus("h1", token=code)  # the button that opened the room is gone


def _plan_of_room(content: Content, code: str) -> None:
    room = room_now(code)
    if room:
        agenda_on_paper(content, Plan(room.title, room.steps, code))
    else:
        store_awaited(code)


def _plan_of_agenda(content: Content, name: str) -> None:
    hosted = () if name in content.agenda_by_id else hosted_rooms()
    agendas = agendas_to_choose(content, hosted)
    if name and name not in agendas:
        address_note(t("The address names an agenda that does not exist. The first one is chosen."))
    agenda = agendas.get(name, content.agendas[0])
    agenda_on_paper(content, Plan(agenda.title, agenda.steps))


def _no_room(content: Content, code: str) -> None:
    if store_awaited(code):
        return
    if is_gone(code):
        room_gone(code)
        return
    if not code and session.params().get("view") == "plan":
        with store_errors_shown():
            _plan_of_agenda(content, session.params().get("agenda", ""))
        return
    if code and not session.kept(REFUSED):
        session.keep(REFUSED, t("This browser does not host that room. Open the host link, or a new room."))
    workshop_open(content)


@st.fragment
def _audience(content: Content, code: str) -> None:
    room = followed_room(code, as_host=True)
    if room is None:
        if is_gone(code):
            st.rerun()
        return
    with st.container(key="room-audience"):
        if room.closed:
            show(
                el("p", room.title, class_="ll-eyebrow"),
                el("h1", t("Thank you for coming"), class_="ll-big"),
                el("p", t("Your own results are on your phone."), class_="ll-large"),
                class_="ll ll-stack ll-goodbye",
            )
        else:
            workshop_screen(content, room)


@st.fragment
def _presenter(content: Content, code: str) -> None:
    room = followed_room(code, as_host=True)
    if room is None:
        if is_gone(code):
            st.rerun()
        return
    with st.container():  # it keeps its place while empty: without it, all that follows moved up and was drawn anew
        refusal()
    if room.closed:
        _ended(content, room)
        return
    presenter_tools(content, room)
    workshop_screen(content, room, presenter=True)
    workshop_controls(content, room)


def _ended(content: Content, room: Room) -> None:
    with st.container(width=860, gap="small"):
        report_view(content, room)
        if can_reopen(room, session.now()):
            with st.container(key="no-print-again", horizontal=True, vertical_alignment="center", gap="small"):
                host_button(room.code, reopen, t("Open it again"), "room.reopen")
                show(el("p", t("Within a day of its end; all votes are kept."), class_="ll-note"))
        else:
            show(el("p", t("It ended more than a day ago, so it stays closed."), class_="ll-note"))
        with st.container(key="no-print-next"):
            page_links([Link(page=Page.HOST, label=t("Host another workshop"))], carry_back=False)
        with st.container(key="no-print-delete"):
            room_delete(content, room)
    host_focus("h1")
