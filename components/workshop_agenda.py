"""The agenda of a room: go to a step, reorder, leave out, add a question of the bank."""

import streamlit as st

from components import session
from components.markup import el, show
from components.workshop_access import act
from core.content.agenda_checks import can_be_voted_on
from core.content.agendas import AnyStep, VoteStep
from core.content.models import Content
from core.language.numbers import in_figures
from core.language.text import t
from core.workshop import host
from core.workshop.room import Room


def workshop_agenda(content: Content, room: Room) -> None:
    """Draws the steps as rows, and the way to add one."""
    for place, step in enumerate(room.steps):
        _row(room, place, step)
    added = {step.item for step in room.steps if isinstance(step, VoteStep)}
    items = {item.id: item.question for item in content.items if can_be_voted_on(item) and item.id not in added}
    st.selectbox(
        t("A question of the bank to vote on"), list(items), index=None, format_func=items.__getitem__, key="room.add"
    )
    st.button(t("Add it as the next step"), on_click=_add, args=(room.code,), key="room.add.go")


def _row(room: Room, place: int, step: AnyStep) -> None:
    here, alone, this = step.id == room.step_id, len(room.steps) == 1, (room.code, step.id)
    with st.container(key=f"rule-step-{step.id}", horizontal=True, vertical_alignment="center", gap="small"):
        planned = in_figures(f"{step.minutes:g}")
        minutes = t("{minutes} min, now", minutes=planned) if here else t("{minutes} min", minutes=planned)
        show(el("p", el("strong", step.title) if here else step.title), el("p", minutes, class_="ll-note"))
        st.button(t("Go"), on_click=_go, args=this, disabled=here, key=f"room.go.{step.id}")
        first, last = place == 0, place == len(room.steps) - 1
        st.button(t("Earlier"), on_click=_move, args=(*this, -1), disabled=first, key=f"room.up.{step.id}")
        st.button(t("Later"), on_click=_move, args=(*this, 1), disabled=last, key=f"room.down.{step.id}")
        st.button(
            t("Leave out"), type="tertiary", on_click=_drop, args=this, disabled=alone, key=f"room.drop.{step.id}"
        )


def _go(code: str, step_id: str) -> None:
    act(code, lambda room: host.show(room, step_id, session.now()), as_host=True)


def _move(code: str, step_id: str, by: int) -> None:
    act(code, lambda room: host.move_step(room, step_id, by, session.now()), as_host=True)


def _drop(code: str, step_id: str) -> None:
    def without(room: Room) -> host.Events:
        return host.set_steps(room, [step for step in room.steps if step.id != step_id], session.now())

    act(code, without, as_host=True)


def _add(code: str) -> None:
    item = session.content().item_by_id.get(session.widget_value("room.add") or "")
    if item is None:
        session.keep("workshop.refused", t("Choose a question first."))
        return
    step = VoteStep(
        id=f"added-{item.id}"[:64].rstrip("-"), title="Vote", minutes=4, notes=item.explanation, item=item.id, rounds=2
    )

    def with_it(room: Room) -> host.Events:
        steps = [*room.steps[: room.place + 1], step, *room.steps[room.place + 1 :]]
        return host.set_steps(room, steps, session.now())

    act(code, with_it, as_host=True)
    session.set_widget_value("room.add", None)
