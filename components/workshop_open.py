"""Opening a room, and finding the ones that this browser hosts."""

import secrets
from collections.abc import Mapping

import streamlit as st

from components import session
from components.address_note import address_note
from components.agenda_preview import agenda_preview
from components.agendas_to_choose import agendas_to_choose
from components.lost_focus import lost_focus
from components.markup import el, icon, show
from components.named_label import named_label
from components.once_per_opening import once_per_opening
from components.refusal import REFUSED, refusal
from components.room_delete import DELETED
from components.store_errors_shown import store_errors_shown
from components.workshop_access import hosted_rooms
from core.content.agendas import Agenda
from core.content.models import Content
from core.language.catalogue import languages
from core.language.choice import known_language
from core.language.in_force import in_force, speaking
from core.language.numbers import day_and_month
from core.language.text import t
from core.store.errors import StoreError
from core.web.codes import new_room_code
from core.workshop.changed_agenda import agenda_id, agenda_label, same_again
from core.workshop.errors import WorkshopError
from core.workshop.host import NewRoom
from core.workshop.room import Room

_NEXT = "host.next"


def workshop_open(content: Content) -> None:
    """Draws the choice of an agenda beside what happens in it, above it the open rooms of this browser."""
    form, preview = st.columns([7, 5], gap="large")
    with form:
        show(
            el("h1", t("Host a workshop")),
            el(
                "p",
                t("Open a room; people join by phone with a code and a name. Nobody needs an account, not even you."),
                class_="ll-lede",
            ),
            class_="ll ll-stack",
        )
        refusal()
        _deleted()
        hosted: tuple[Room, ...] = ()
        with store_errors_shown():
            hosted = hosted_rooms()
        still_open = tuple(room for room in hosted if not room.closed)
        if still_open:  # who prepared one days ago looks for it, and would miss it below the choice of an agenda
            _own_rooms(t("Your rooms"), still_open)
            show(el("h2", t("A new room"), class_="sub"))
        agendas = agendas_to_choose(content, hosted)
        _choose_agenda(agendas)
        _choose_language()
        st.button(t("Open a room"), type="primary", on_click=_open, args=(_next_code(),), key="host.open")
        _own_rooms(t("Rooms that have ended"), tuple(room for room in hosted if room.closed))
    with preview:
        agenda_preview(agendas.get(session.widget_value("host.agenda", ""), content.agendas[0]))


def _deleted() -> None:
    """Says that the room that was here is deleted, once."""
    if code := session.take(DELETED):
        words = t("Room {code} is deleted, with all that was given to it.", code=code)
        show(el("p", icon("check_circle"), el("span", words), class_="ll-said", role="status"))
        lost_focus("h1", token=code)


def _choose_agenda(agendas: Mapping[str, Agenda]) -> None:
    named, first = session.params().get("agenda", ""), next(iter(agendas))
    if named and named not in agendas:
        address_note(t("The address names an agenda that does not exist. The first one is chosen."))
    elif named and session.params().get("step", "") not in {"", *(step.id for step in agendas[named].steps)}:
        address_note(t("The address names a step that this agenda does not have."))
    chosen = session.widget_value("host.agenda")  # none where the plan was on the page before
    if once_per_opening("host.named", named) or chosen not in agendas:
        chosen = named if named in agendas else chosen if chosen in agendas else first
        session.set_widget_value("host.agenda", chosen)
    if session.once("host.agenda_in", in_force()):  # in another language its rows are other rows, and none is chosen
        session.set_widget_value("host.agenda", chosen)
    with st.container(key="choice-agenda"):
        st.radio(
            t("Agenda"),
            list(agendas),
            format_func=lambda name: agenda_label(agendas[name]),
            captions=[agenda.description for agenda in agendas.values()],
            key="host.agenda",
            on_change=_show_agenda,
            width="stretch",
        )


def _show_agenda() -> None:
    """Puts what was chosen into the address, where the ways back find it."""
    session.put_param("agenda", session.widget_value("host.agenda"))
    session.put_param("step", None)


def _choose_language() -> None:
    new_page = session.once("host.language_of_page", in_force())  # who changes the page's language leads in that one
    if new_page or session.widget_value("host.language") is None:  # none where the plan was on the page before
        session.set_widget_value("host.language", in_force())
    st.segmented_control(
        t("The room's language"),
        list(languages()),
        format_func=lambda code: languages()[code],
        help=t("For phones with no language chosen; everybody can switch."),
        required=True,
        key="host.language",
    )


def _chosen() -> NewRoom:
    """The agenda in the language of the room, as far as it is translated.

    Raises:
        WorkshopError: it is that of a room that this browser does not host any more.
        StoreError: that room cannot be read.
    """
    language = known_language(session.widget_value("host.language")) or in_force()
    with speaking(language):
        content = session.content()
        name = session.widget_value("host.agenda") or content.agendas[0].id
        if name in content.agenda_by_id:
            return NewRoom(content.agenda_by_id[name], language)
        room = next((room for room in hosted_rooms() if agenda_id(room) == name), None)
    if room is None:
        raise WorkshopError(t("The room whose agenda you chose is gone. Choose another agenda."))
    return same_again(room, language)


def _next_code() -> str:
    """The code of the room that is opened next; it stays until then, so that a button pressed twice opens one."""
    code = session.kept(_NEXT) or new_room_code()
    session.keep(_NEXT, code)
    return str(code)


def _open(code: str) -> None:
    if session.kept(_NEXT) == code:
        session.keep(_NEXT, None)
        _open_room(code, secrets.token_urlsafe(24))
    if session.kept(f"workshop.key.{code}"):
        session.set_params({"room": code})


def _open_room(code: str, key: str) -> None:
    try:
        session.store().rooms.open(code, key, session.learner().key, _chosen(), session.now())
    except (StoreError, WorkshopError) as error:
        session.keep(REFUSED, t(str(error)))
        return
    session.keep(f"workshop.key.{code}", key)
    session.keep("workshop.opened", True)


def _own_rooms(title: str, rooms: tuple[Room, ...]) -> None:
    if rooms:
        show(el("h2", title, class_="sub"))
    for room in rooms:
        with st.container(key=f"rule-room-{room.code}", horizontal=True, vertical_alignment="center", gap="small"):
            state = t("ended") if room.closed else t("open, {count} joined", count=len(room.present))
            at = session.local(room.opened)
            told = t("{code}, {day}, {time}", code=room.code, day=day_and_month(at), time=f"{at:%H:%M}")
            show(el("p", el("strong", room.title)), el("p", f"{told}, {state}", class_="ll-note"))
            args, verb = ({"room": room.code},), t("See the report") if room.closed else t("Go to room")
            st.button(named_label(verb, told), on_click=session.set_params, args=args, key=f"host.room.{room.code}")
