"""The presenter's buttons: back, the one thing to do next, blank; by mouse, by thumb and by key."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from components import session
from components.key_presses.key_presses import key_presses
from components.workshop_access import Act, act
from core.content.agendas import GuideStep, VoteStep
from core.content.models import Content
from core.workshop import host
from core.workshop.guide import guide_walk
from core.workshop.room import Room


@dataclass(frozen=True)
class NextThing:
    """What the primary button does."""

    label: str
    act: Act


def workshop_controls(content: Content, room: Room) -> None:
    """Draws the buttons; arrows go back and on, Space does the next thing, B blanks, R shows results."""
    key_presses(
        {
            "ArrowLeft": ("room-previous",),
            "ArrowRight": ("room-next",),
            "Space": ("room-do", "room-next"),
            "b": ("room-blank",),
            "r": ("room-results",),
        },
        room.step_id,
        "ll-big",
    )
    code, now = room.code, session.now
    thing = next_thing(content, room)
    with st.container(key="room-controls", horizontal=True, gap="small", vertical_alignment="center"):
        _button("Previous", "room-previous", code, lambda r: host.move(r, -1, now()), disabled=room.place == 0)
        if thing:
            _button(thing.label, "room-do", code, thing.act, kind="primary")
        last = room.next_step is None
        kind = "secondary" if thing else "primary"
        _button("Next step", "room-next", code, lambda r: host.move(r, 1, now()), kind=kind, disabled=last)
        if isinstance(room.step, VoteStep) and room.step_id not in room.results and _all_rounds(room):
            _button("Show results", "room-results", code, lambda r: host.show_results(r, now()))
        label = "Light the screens" if room.blank else "Blank"
        _button(label, "room-blank", code, lambda r: host.set_blank(r, not r.blank, now()))


def next_thing(content: Content, room: Room) -> NextThing | None:
    """The act that the step waits for; None when it waits for nothing but the next step."""
    match room.step:
        case VoteStep():
            return _vote_thing(room, room.step)
        case GuideStep():
            return _guide_thing(content, room, room.step)
        case _:
            return None


def _guide_thing(content: Content, room: Room, step: GuideStep) -> NextThing | None:
    asks, now = guide_walk(content, room, step).asks, session.now
    if asks is None:
        return None
    held = [one for one in room.ballots_of(step.id) if one.question == asks.id]
    if held and (held[-1].picks or held[-1].is_open(now())):
        return NextThing("Take the majority", lambda r: host.take_majority(r, held[-1].id, now()))
    return NextThing("Open the vote", lambda r: host.open_guide_vote(r, step.id, asks.id, now()))


def _vote_thing(room: Room, step: VoteStep) -> NextThing | None:
    if step.id in room.results:
        return None
    if room.open_ballot(session.now()):
        return NextThing("Close the vote", lambda r: host.close_vote(r, session.now()))
    held = len(room.ballots_of(step.id))
    if held >= step.rounds:
        return NextThing("Show results", lambda r: host.show_results(r, session.now()))
    label = "Open the vote" if held == 0 else "Open the second round"
    return NextThing(label, lambda r: host.open_vote(r, step.id, session.now()))


def _all_rounds(room: Room) -> bool:
    return isinstance(room.step, VoteStep) and len(room.ballots_of(room.step_id)) >= room.step.rounds


def _button(label: str, key: str, code: str, wanted: Act, **look: Any) -> None:
    kind = look.pop("kind", "secondary")
    st.button(label, type=kind, on_click=_do, args=(code, wanted), key=key, **look)


def _do(code: str, wanted: Act) -> None:
    act(code, wanted, as_host=True)
