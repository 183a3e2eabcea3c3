"""The presenter's buttons: back, the one thing to do next, blank; by mouse, by thumb and by key."""

from functools import partial
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.host_button import host_button
from components.host_focus import host_focus
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from core.content.models import Content
from core.language.text import t
from core.workshop import host
from core.workshop.lab import is_running
from core.workshop.next_act import ActName, NextAct, acts_back, next_act, other_act, tie_acts
from core.workshop.room import Room

_MAIN = '.st-key-room-controls [data-testid="stBaseButton-primary"]:not(.st-key-room-ties *)'
_TIED = ".st-key-room-ties p"
"""Not the first answer of a tie, which the next Enter would take; nor do the buttons of a tie count as the main one
while the page still says so, for which it is asked before all of it is drawn anew."""


def workshop_controls(content: Content, room: Room) -> None:
    """Draws the buttons; arrows go back and on, Space does the next thing, B blanks, R shows results and U goes back
    from them where they can.

    On the last step, once nothing else is waited for, the dark button asks whether to end. While the lab runs there is
    no next thing: no button is dark, and Space does nothing.
    """
    code, now = room.code, session.now()
    waits_for, other, ties = next_act(content, room, now), other_act(content, room, now), tie_acts(content, room, now)
    backs = acts_back(content, room, now)
    main = f"room-{waits_for.name}" if waits_for else ""
    results = next((key for key, one in ((main, waits_for), ("room-also", other)) if _shows(one)), None)
    runs = is_running(room)
    held = bool(ties or runs)
    _keys_of(room, len(ties), results, undo=bool(backs), held=held)
    first, last = room.place == 0, room.next_step is None
    with st.container(key="room-controls", horizontal=True, gap="small", vertical_alignment="center"):
        if ties:
            _ties(code, ties)
        move = partial(host_button, code, step=room.step_id)
        move(lambda room, at: host.move(room, -1, at), t("Previous"), "room-previous", disabled=first)
        if waits_for:
            host_button(code, waits_for.act, waits_for.label, main, type="primary")
        _instead(code, other, backs)
        if room.open_ballot(now):
            host_button(code, host.prolong_vote, t("30 s more"), "room-more")
        _go_on(room, waiting=bool(waits_for) or held)
        label = t("Turn screens on") if room.blank else t("Blank")
        host_button(code, lambda room, at: host.set_blank(room, not room.blank, at), label, "room-blank")
        does = waits_for.label if waits_for else t("End") if last else t("Next step")
        _legend(room, "" if held else does, results=bool(results), undo=backs[0].label if backs else "")
    host_focus(_TIED if ties else "h1" if runs else _MAIN)


def _keys_of(room: Room, ties: int, results: str | None, *, undo: bool, held: bool) -> None:
    """Which button each key presses. Numbers settle a tie; Space does nothing while its action is `held` back."""
    key_presses(
        {
            "ArrowLeft": ("room-previous",),
            "ArrowRight": ("room-next",),
            "Space": () if held else (*(f"room-{name}" for name in ActName), "room-next", "room-finish"),
            **{str(number): (f"room-tie-{number}",) for number in range(1, ties + 1)},
            "b": ("room-blank",),
            "r": (results,) if results else (),
            "u": ("room-undo-1",) if undo else (),
        },
        room.step_id,
        "ll-big",
        led=True,
    )


def _legend(room: Room, does: str, *, results: bool, undo: str) -> None:
    """What each key does now."""
    first, last = room.place == 0, room.next_step is None
    blank = t("Turn screens on") if room.blank else t("blank")
    moves = (("←", "" if first else t("back")), ("→", "" if last else t("next")))
    show(_keys(*moves, (t("Space"), does), ("B", blank), ("R", t("results") if results else ""), ("U", undo)))


def _go_on(room: Room, *, waiting: bool) -> None:
    """The way to the next step, or to the end; dark unless something else is waited for."""
    last = room.next_step is None
    if last and not waiting:
        st.button(t("End the workshop …"), type="primary", on_click=_ask_to_end, key="room-finish")
        return
    move = partial(host_button, room.code, step=room.step_id, disabled=last)
    look = "secondary" if waiting else "primary"
    move(lambda room, at: host.move(room, 1, at), t("Next step"), "room-next", type=look)


def _instead(code: str, other: NextAct | None, backs: tuple[NextAct, ...]) -> None:
    """What may be done in place of what is waited for, and the ways back."""
    if other:
        host_button(code, other.act, other.label, "room-also")
    for number, one in enumerate(backs, start=1):
        host_button(code, one.act, one.label, f"room-undo-{number}")


def _ask_to_end() -> None:
    """Opens the menu that asks before it ends anything; if it was open, this press outside it has just shut it."""
    session.set_widget_value("room-end", not session.kept("room.end_shown"))


def _ties(code: str, ties: tuple[NextAct, ...]) -> None:
    """The answers that as many people picked; the number before each is its key."""
    with st.container(key="room-ties", horizontal=True, gap="small", vertical_alignment="center"):
        show(el("p", el("strong", t("A tie: you decide."))))
        for number, one in enumerate(ties, start=1):
            host_button(code, one.act, f"{number}\\. {one.label}", f"room-tie-{number}", type="primary")


def _shows(act: NextAct | None) -> bool:
    return act is not None and act.act is host.show_results


def _keys(*keys: tuple[str, str]) -> ET.Element:
    """The keys with what they do now, those that do nothing left out; where they need two lines, none is broken."""
    named = [(el("kbd", key, class_="ll-key"), words) for key, words in keys if words]
    parts = [part for key, words in named for part in (el("span", key, f" {words}", class_="ll-room-key"), "  ")]
    return el("p", *parts, class_="ll-note ll-room-keys")
