"""The presenter's buttons: back, the one thing to do next, blank; by mouse, by thumb and by key."""

from typing import Any
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from components.workshop_access import act
from core.content.agendas import VoteStep
from core.content.models import Content
from core.language.text import marked, t
from core.store.rooms import Act
from core.workshop import host
from core.workshop.next_act import next_act
from core.workshop.room import Room

_KEYS = (
    ("←", marked("back")),
    ("→", marked("next")),
    (marked("Space"), marked("the dark button")),
    ("B", marked("blank")),
    ("R", marked("results")),
)


def workshop_controls(content: Content, room: Room) -> None:
    """Draws the buttons; arrows go back and on, Space does the next thing, B blanks, R shows results."""
    code, now = room.code, session.now
    waits_for = next_act(content, room, session.now())
    shows_next = waits_for is not None and waits_for.act is host.show_results
    key_presses(
        {
            "ArrowLeft": ("room-previous",),
            "ArrowRight": ("room-next",),
            "Space": ("room-do", "room-next"),
            "b": ("room-blank",),
            "r": ("room-do" if shows_next else "room-results",),
        },
        room.step_id,
        "ll-big",
        led=True,
    )
    with st.container(key="room-controls", horizontal=True, gap="small", vertical_alignment="center"):
        _button(t("Previous"), "room-previous", code, lambda r: host.move(r, -1, now()), disabled=room.place == 0)
        if waits_for:
            _button(waits_for.label, "room-do", code, lambda r: waits_for.act(r, now()), kind="primary")
        last = room.next_step is None
        kind = "secondary" if waits_for else "primary"
        _button(t("Next step"), "room-next", code, lambda r: host.move(r, 1, now()), kind=kind, disabled=last)
        if _all_rounds(room) and room.step_id not in room.results and not shows_next:
            _button(t("Show results"), "room-results", code, lambda r: host.show_results(r, now()))
        label = t("Light the screens") if room.blank else t("Blank")
        _button(label, "room-blank", code, lambda r: host.set_blank(r, not r.blank, now()))
        show(_keys())


def _keys() -> ET.Element:
    named = [(t(key) if len(key) > 1 else key, t(does)) for key, does in _KEYS]  # “B” is a billion to the catalogue
    parts = [part for key, does in named for part in (el("kbd", key, class_="ll-key"), f" {does}  ")]
    return el("p", *parts, class_="ll-note ll-room-keys")


def _all_rounds(room: Room) -> bool:
    return isinstance(room.step, VoteStep) and len(room.ballots_of(room.step_id)) >= room.step.rounds


def _button(label: str, key: str, code: str, wanted: Act, **look: Any) -> None:
    kind = look.pop("kind", "secondary")
    st.button(label, type=kind, on_click=_do, args=(code, wanted), key=key, **look)


def _do(code: str, wanted: Act) -> None:
    act(code, wanted, as_host=True)
