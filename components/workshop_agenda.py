"""The agenda of a room: go to a step, set its minutes, move or drop it, put it back, add one, write its own case."""

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, rich, show
from components.named_label import named_label
from components.right_answer_told import right_answer_told
from components.room_window import room_window
from components.scroll_to import scroll_to
from components.workshop_access import act
from core.content.agenda_checks import can_be_voted_on
from core.content.agendas import AnyStep, GuideStep, LabStep, VoteStep
from core.content.choice_items import Case
from core.content.items import AnyItem
from core.content.models import Content
from core.join.groups import clipped
from core.language.in_force import speaking
from core.language.text import marked, t
from core.quiz.guesses import is_guess
from core.workshop import host
from core.workshop.adding import add_step, added_id
from core.workshop.errors import WorkshopError
from core.workshop.events import Events
from core.workshop.guide import is_decided, write_case
from core.workshop.left_out import leave_out, put_back
from core.workshop.minutes import set_minutes
from core.workshop.plan import minutes_words
from core.workshop.room import Room
from core.workshop.words import plain

_TITLE_LENGTH = 64
MOVED = "room.agenda_moved"
"""Where the row is kept that was moved or added while the menu is open."""
PRESSED = "room.agenda_pressed"
"""Where is kept how often the rows' buttons were pressed, and what takes the focus if the last press took it away."""

_NOW, _CASE = "agenda-now", "agenda-case"
_VERBS = (marked("Go"), marked("Earlier"), marked("Later"), marked("Leave out"))


def workshop_agenda(content: Content, room: Room) -> None:
    """Draws the ways to print the agenda and to add a step, and the steps as rows, with the one that is on in sight.

    Of a guide that is on and not begun the field for its case is in sight: the notes send the host there.
    A row that was moved or added comes into sight too, and the button that was pressed keeps the focus.
    """
    on = _CASE if isinstance(room.step, GuideStep) and not is_decided(room, room.step) else _NOW
    scroll_to(on, block="nearest")  # before what comes and goes: moved by it, it would take the focus from the list
    led = st.container()  # here too: drawn anew below, it led away from what was chosen since
    with st.container(key="room-plan", horizontal=True, vertical_alignment="center", gap="medium"):
        room_window(t("Print it with notes and answers"), room.code, "plan")
        minutes = minutes_words(sum(step.minutes for step in room.steps))
        show(el("p", t("{count} steps, {minutes} min", count=len(room.steps), minutes=minutes), role="status"))
    words = _addable(content, room)
    with st.container(key="room-add", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            t("A question from the bank to vote on, or a station of the lab"),
            list(words),
            index=None,
            placeholder=t("Choose one"),
            format_func=words.__getitem__,
            filter_mode="contains",
            key="room.add",
        )
        st.button(t("Add it as the next step"), on_click=_add, args=(room.code, room.language), key="room.add.go")
    _in_full(content)
    for step in room.steps:
        if isinstance(step, GuideStep) and not is_decided(room, step):
            _case(room, step)
    places = {step.id: place for place, step in enumerate(room.steps)}
    for step in room.whole_agenda:
        if step.id in places:
            _row(room, places[step.id], step)
        else:
            _left_out(room, step)
    with led:
        if moved := session.kept(MOVED):
            scroll_to(moved, block="nearest", alone=True)
        if pressed := session.kept(PRESSED):
            lost_focus(pressed[1], token=f"agenda-{pressed[0]}")


def _addable(content: Content, room: Room) -> dict[str, str]:
    """What can be added, by the id that its step will have: stations, then questions."""
    there = {step.item for step in room.steps if isinstance(step, VoteStep)}
    there |= {step.station for step in room.steps if isinstance(step, LabStep)}
    labs = [one for one in content.lab if one.id not in there]
    stations = {added_id(f"lab-{one.id}"): t("Lab: {title}", title=one.title) for one in labs}
    items = [item for item in content.items if can_be_voted_on(item) and item.id not in there]
    return stations | {added_id(item.id): _asked(item) for item in items}


def _asked(item: AnyItem) -> str:
    """What tells an item from the others in a list: all cases ask the same, and twins begin with the same words."""
    if isinstance(item, Case):
        return t("Case ({changed}): {situation}", changed=", ".join(item.changed), situation=item.situation)
    return item.question


def _in_full(content: Content) -> None:
    """The chosen question to its end, which the list cuts, with its answer."""
    chosen = session.widget_value("room.add")
    for item in content.items:
        if chosen and added_id(item.id) == chosen:
            show(rich("p", item.stem), right_answer_told(item, "ll-note"))


def _case(room: Room, step: GuideStep) -> None:
    """A case of one's own, in the place of the one that the agenda came with."""
    key = f"room.case.{room.code}.{step.id}"
    with st.container(key=f"room-case-{step.id}", horizontal=True, vertical_alignment="bottom", gap="small"):
        text = st.text_area(t("The case for “{title}”", title=step.title), step.case, key=key, height="content")
        st.button(t("Use this case"), on_click=_use_case, args=(room.code, step, key), key=f"room.case.go.{step.id}")
    if plain(text) == step.case:
        on = {"id": _CASE} if step.id == room.step_id else {}
        show(el("p", t("This is the case that the room will decide."), class_="ll-note", role="status", **on))


def _use_case(code: str, step: GuideStep, key: str) -> None:
    text = session.widget_value(key, "")
    if plain(text) != step.case:
        act(code, lambda room: write_case(room, step.id, text, session.now()), as_host=True)


def _row(room: Room, place: int, step: AnyStep) -> None:
    here, alone, this = step.id == room.step_id, len(room.steps) == 1, (room.code, step.id)
    with st.container(key=f"rule-step-{step.id}", horizontal=True, vertical_alignment="center", gap="small"):
        planned = minutes_words(step.minutes)
        minutes = t("{minutes} min, now", minutes=planned) if here else t("{minutes} min", minutes=planned)
        title = el("strong" if here else "span", step.title, id=_row_id(place, step.id))
        show(el("p", title, **({"id": _NOW} if here else {})), el("p", minutes, class_="ll-note"))
        _minutes(room.code, step)
        go, up, down, drop = (named_label(t(verb), step.title) for verb in _VERBS)
        st.button(go, on_click=_go, args=this, disabled=here, key=f"room.go.{step.id}")
        first, last = place == 0, place == len(room.steps) - 1
        st.button(up, on_click=_move, args=(*this, -1), disabled=first, key=f"room.up.{step.id}")
        st.button(down, on_click=_move, args=(*this, 1), disabled=last, key=f"room.down.{step.id}")
        st.button(drop, type="tertiary", on_click=_drop, args=this, disabled=alone, key=f"room.drop.{step.id}")


def _minutes(code: str, step: AnyStep) -> None:
    """The field for how long the step is planned to take; it follows what another device of the host set."""
    key = f"room.minutes.{code}.{step.id}"
    if session.once(key, f"{step.minutes:g}") or session.widget_value(key) is None:  # cleared, or gone with the menu
        session.set_widget_value(key, step.minutes)
    st.number_input(
        t("Minutes for “{title}”", title=step.title),
        value=None,  # an emptied field is no number, and the room says which it takes
        step=1.0,
        format="%g",
        key=key,
        on_change=_set_minutes,
        args=(code, step.id, key),
        label_visibility="collapsed",
        width=72,
    )


def _left_out(room: Room, step: AnyStep) -> None:
    with st.container(key=f"rule-step-{step.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", step.title), el("p", t("left out"), class_="ll-note"))
        back = named_label(t("Put back"), step.title)
        st.button(back, type="tertiary", on_click=_put_back, args=(room.code, step.id), key=f"room.back.{step.id}")


def _go(code: str, step_id: str) -> None:
    act(code, lambda room: host.show(room, step_id, session.now()), as_host=True)
    _lead_focus(f"#{_NOW}")


def _move(code: str, step_id: str, by: int) -> None:
    """Moves a step, and gives its button the focus back; at the end of the list, where that is disabled, the row."""
    if room := act(code, lambda room: host.move_step(room, step_id, by, session.now()), as_host=True):
        _bring_in_sight(room, step_id)
        at_end = step_id == room.steps[-1 if by > 0 else 0].id
        _lead_focus(f"#{session.kept(MOVED)}" if at_end else _button("down" if by > 0 else "up", step_id))


def _button(name: str, step_id: str) -> str:
    return f".{key_class(f'room.{name}.{step_id}')} button"


def _lead_focus(to: str) -> None:
    times, _ = session.kept(PRESSED) or (0, "")
    session.keep(PRESSED, (times + 1, to))


def _bring_in_sight(room: Room, step_id: str) -> None:
    places = (place for place, step in enumerate(room.steps) if step.id == step_id)
    session.keep(MOVED, next((_row_id(place, step_id) for place in places), None))


def _row_id(place: int, step_id: str) -> str:
    """The row's id. It includes the place, so that a row that is moved again is brought into sight again."""
    return f"agenda-row-{place}-{step_id}"


def _set_minutes(code: str, step_id: str, key: str) -> None:
    minutes = float(session.widget_value(key) or 0)
    if not act(code, lambda room: set_minutes(room, step_id, minutes, session.now()), as_host=True):
        session.keep(key, None)  # so that the field says again what the room has


def _drop(code: str, step_id: str) -> None:
    act(code, lambda room: leave_out(room, step_id, session.now()), as_host=True)
    _lead_focus(_button("back", step_id))


def _put_back(code: str, step_id: str) -> None:
    act(code, lambda room: put_back(room, step_id, session.now()), as_host=True)
    _lead_focus(_button("drop", step_id))


def _add(code: str, language: str) -> None:
    step = _step(session.widget_value("room.add"), language)

    def with_it(room: Room) -> Events:
        if step is None:
            raise WorkshopError(t("Choose a question or a station first."))
        return add_step(room, step, session.now())

    if (room := act(code, with_it, as_host=True)) and step:
        session.set_widget_value("room.add", None)
        _bring_in_sight(room, step.id)


def _step(chosen: str | None, language: str) -> AnyStep | None:
    """The step that was chosen by its id, in the language of the room."""
    with speaking(language):
        content = session.content()
        for item in content.items:
            if added_id(item.id) == chosen and can_be_voted_on(item):
                asked = clipped(item.stem, _TITLE_LENGTH).removesuffix(".")  # “…, 4 min” follows it
                title = (
                    t("Guess: {question}", question=asked) if is_guess(item) else t("Vote: {question}", question=asked)
                )
                notes = item.explanation
                return VoteStep(id=chosen, title=title, minutes=4, notes=notes, item=item.id, rounds=2)
        for one in content.lab:
            if added_id(f"lab-{one.id}") == chosen:
                title, notes = t("Run it: {title}", title=one.title), one.guess.because
                return LabStep(id=chosen, title=title, minutes=4, notes=notes, station=one.id)
    return None
