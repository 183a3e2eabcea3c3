"""The phone in the presenter's hand: two large buttons, the notes, the clock."""

from typing import Literal
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, rich, show
from components.private_figure import private_figure
from components.refusal import refusal
from components.step_clock.step_clock import step_clock
from components.store_awaited import store_awaited
from components.vote_reason import vote_reason
from components.workshop_access import act, admit_by_link, followed_room, here, is_host, named_room
from core.content.agendas import VoteStep
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.store.rooms import Act
from core.workshop import clock, host
from core.workshop.next_act import NextAct, next_act, other_act, tie_acts
from core.workshop.room import Room
from core.workshop.votes import said_so_far


def workshop_remote(content: Content) -> None:
    """Draws the remote of the room that the address names."""
    code = named_room()
    admit_by_link(code)
    if code and is_host(code):
        _remote(content, code)
        return
    if store_awaited(code):
        return
    show(
        el("h1", t("Remote")),
        el(
            "p",
            t("Open the remote link of your room on this phone. The host page has it under Links."),
            class_="ll-lede",
        ),
        class_="ll ll-stack",
    )


@st.fragment
def _remote(content: Content, code: str) -> None:
    room = followed_room(code, as_host=True)
    if room is None:
        return None
    if room.closed:
        return _over()
    with st.container(key="remote", width=480, gap="small"):
        refusal()
        step_clock(clock.step_clock(room, session.now()), room.code)
        show(
            el("p", t("Step {step} of {count}", step=room.place + 1, count=len(room.steps)), class_="ll-eyebrow"),
            el("h1", room.step.title, class_="ll-question"),
        )
        with st.container(key="remote-buttons"):
            _button(t("Previous"), "remote-previous", code, lambda r: host.move(r, -1, session.now()), room.place == 0)
            _button(
                t("Next step"), "remote-next", code, lambda r: host.move(r, 1, session.now()), room.next_step is None
            )
        waits_for = next_act(content, room, session.now())
        if waits_for:
            _act(code, waits_for, "remote-do", "primary")
        other = other_act(content, room, session.now())
        if other:
            _act(code, other, "remote-also", "secondary")
        _ties(code, tie_acts(content, room, session.now()))
        show(
            _in(content, room),
            private_figure(content, room),
            rich("p", room.step.notes),
            class_="ll ll-stack",
        )
        vote_reason(content, room, presenter=True)
        show(el("p", _after(room), class_="ll-note"))
    return None


def _ties(code: str, ties: tuple[NextAct, ...]) -> None:
    if ties:
        show(el("p", el("strong", t("A tie: you decide."))))
    for number, one in enumerate(ties, start=1):
        _act(code, one, f"remote-tie-{number}", "primary")


def _over() -> None:
    show(
        el("h1", t("The workshop has ended")),
        el("p", t("The host page has the report, and can open it again."), class_="ll-lede"),
        class_="ll ll-stack",
    )


def _after(room: Room) -> str:
    after = room.next_step
    return t("Next: {title}", title=after.title) if after else t("The last step. The host page ends the workshop.")


def _in(content: Content, room: Room) -> ET.Element | None:
    ballot = room.open_ballot(session.now())
    if ballot is None:
        return None
    item = find_item(content, room.step.item) if isinstance(room.step, VoteStep) else None
    return el("p", said_so_far(room, ballot, here(room), item))


def _button(label: str, key: str, code: str, wanted: Act, disabled: bool) -> None:
    st.button(label, on_click=_do, args=(code, wanted), disabled=disabled, width="stretch", key=key)


def _act(code: str, one: NextAct, key: str, kind: Literal["primary", "secondary"]) -> None:
    st.button(
        one.label,
        type=kind,
        on_click=_do,
        args=(code, lambda room: one.act(room, session.now())),
        width="stretch",
        key=key,
    )


def _do(code: str, wanted: Act) -> None:
    act(code, wanted, as_host=True)
