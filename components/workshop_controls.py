"""The presenter's buttons: back, the one thing to do next, blank; by mouse, by thumb and by key."""

from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from components.workshop_access import act
from core.content.models import Content
from core.language.text import t
from core.store.rooms import Act
from core.workshop import host
from core.workshop.events import Events
from core.workshop.next_act import NextAct, next_act, other_act, tie_acts
from core.workshop.room import Room


def workshop_controls(content: Content, room: Room) -> None:
    """Draws the buttons; arrows go back and on, Space does the next thing, B blanks, R shows results where it can.

    On the last step, once nothing else is waited for, the dark button asks whether to end.
    """
    code, now = room.code, session.now
    waits_for, other = next_act(content, room, now()), other_act(content, room, now())
    ties = tie_acts(content, room, now())
    results = next((key for key, one in (("room-do", waits_for), ("room-also", other)) if _shows(one)), None)
    key_presses(
        {
            "ArrowLeft": ("room-previous",),
            "ArrowRight": ("room-next",),
            "Space": () if ties else ("room-do", "room-next", "room-finish"),
            **{str(number): (f"room-tie-{number}",) for number in range(1, len(ties) + 1)},
            "b": ("room-blank",),
            "r": (results,) if results else (),
        },
        room.step_id,
        "ll-big",
        led=True,
    )
    first, last = room.place == 0, room.next_step is None
    with st.container(key="room-controls", horizontal=True, gap="small", vertical_alignment="center"):
        if ties:
            _ties(code, ties)
        _button(t("Previous"), "room-previous", code, lambda r: host.move(r, -1, now()), disabled=first)
        if waits_for:
            _button(waits_for.label, "room-do", code, lambda r: waits_for.act(r, now()), kind="primary")
        if other:
            _button(other.label, "room-also", code, lambda r: other.act(r, now()))
        _go_on(room, waiting=bool(waits_for or ties))
        label = t("Light the screens") if room.blank else t("Blank")
        _button(label, "room-blank", code, lambda r: host.set_blank(r, not r.blank, now()))
        does = waits_for.label if waits_for else t("End") if last else t("Next step")
        space = (t("Space"), "" if ties else does)
        keys = (("←", "" if first else t("back")), ("→", "" if last else t("next")), space)
        show(_keys(*keys, ("B", label if room.blank else t("blank")), ("R", t("results") if results else "")))


def _go_on(room: Room, *, waiting: bool) -> None:
    """The way to the next step, or to the end; dark unless something else is waited for."""
    last = room.next_step is None
    if last and not waiting:
        st.button(t("End the workshop …"), type="primary", on_click=_ask_to_end, key="room-finish")
        return
    kind = "secondary" if waiting else "primary"
    _button(t("Next step"), "room-next", room.code, lambda r: host.move(r, 1, session.now()), kind=kind, disabled=last)


def _ask_to_end() -> None:
    """Opens the menu that asks before it ends anything."""
    session.set_widget_value("room-end", True)


def _ties(code: str, ties: tuple[NextAct, ...]) -> None:
    """The answers that as many people picked; the number before each is its key."""
    with st.container(key="room-ties", horizontal=True, gap="small", vertical_alignment="center"):
        show(el("p", el("strong", t("A tie: you decide."))))
        for number, one in enumerate(ties, start=1):
            _button(f"{number}\\. {one.label}", f"room-tie-{number}", code, partial(_take, one), kind="primary")


def _take(one: NextAct, room: Room) -> Events:
    return one.act(room, session.now())


def _shows(act: NextAct | None) -> bool:
    return act is not None and act.act is host.show_results


def _keys(*keys: tuple[str, str]) -> ET.Element:
    """The keys with what they do now, those that do nothing left out."""
    named = [(key, words) for key, words in keys if words]
    parts = [part for key, words in named for part in (el("kbd", key, class_="ll-key"), f" {words}  ")]
    return el("p", *parts, class_="ll-note ll-room-keys")


def _button(label: str, key: str, code: str, wanted: Act, **look: Any) -> None:
    kind = look.pop("kind", "secondary")
    st.button(label, type=kind, on_click=_do, args=(code, wanted), key=key, **look)


def _do(code: str, wanted: Act) -> None:
    act(code, wanted, as_host=True)
