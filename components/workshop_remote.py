"""The phone in the presenter's hand: two large buttons, the notes, the clock."""

from functools import partial

import streamlit as st

from components import session
from components.decided_link import decided_link
from components.decided_notes import decided_notes
from components.host_button import host_button
from components.host_focus import host_focus
from components.key_presses.key_presses import key_presses
from components.markup import el, rich, show
from components.menu import menu
from components.pace_gauge import pace_gauge
from components.page_link import page_link
from components.page_links import page_links
from components.private_figure import private_figure
from components.refusal import refusal
from components.room_gone import room_gone
from components.room_questions import room_questions
from components.step_clock.step_clock import step_clock
from components.store_awaited import store_awaited
from components.vote_clock import vote_clock
from components.vote_reason import vote_reason
from components.workshop_access import admit_by_link, followed_room, is_gone, is_host, named_room
from components.workshop_remote_lab import workshop_remote_lab
from core.content.agendas import GuideStep, LabStep, VoteStep
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t
from core.quiz.generated import find_item
from core.workshop import clock, host
from core.workshop.guide import guide_walk
from core.workshop.lab import is_running
from core.workshop.next_act import acts_back, next_act, other_act, tie_acts
from core.workshop.room import Room
from core.workshop.seat import Seat
from core.workshop.shown import decision_now


def workshop_remote(content: Content) -> None:
    """Draws the remote of the room that the address names."""
    code = named_room()
    admit_by_link(code)
    if code and is_host(code):
        _remote(content, code)
        return
    if store_awaited(code):
        return
    if is_gone(code):
        room_gone(code)
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
    refusal()
    page_links([Link(page=Page.HOST, label=t("Host a workshop"))])


@st.fragment
def _remote(content: Content, code: str) -> None:
    room = followed_room(code, as_host=True)
    if room is None:
        if is_gone(code):
            st.rerun()
        return
    if room.closed:
        _over(code)
        return
    with st.container(key="remote", width=480, gap="small"):
        refusal()
        step_clock(clock.step_clock(room, session.now()), room.code)
        show(
            el("p", t("Step {step} of {count}", step=room.place + 1, count=len(room.steps)), class_="ll-eyebrow"),
            el("h1", room.step.title, class_="ll-question"),
            el("p", stands, class_="ll-lede") if (stands := _stands(content, room)) else None,
            class_="ll ll-remote-head",
        )
        _buttons(content, room)
        _time_left(content, room)
        workshop_remote_lab(content, room)
        decided = decision_now(room, content)
        show(
            private_figure(content, room),
            *decided_notes(decided),
            rich("p", room.step.notes),
            class_="ll ll-stack",
        )
        vote_reason(content, room, presenter=True)
        decided_link(decided)
        _questions(room)
        show(el("p", _after(room), class_="ll-note"))
        if room.gauge_on:
            pace_gauge(room)
        if room.next_step is None:
            _host_page(code, t("Open the host page here"))


def _buttons(content: Content, room: Room) -> None:
    button, now = partial(host_button, room.code, width="stretch"), session.now()
    first, last = room.place == 0, room.next_step is None
    key_presses({}, "", "ll-question", led=True)  # no second tap in a breath, as on the host's page
    with st.container(key="remote-buttons"):  # a press that is late finds the buttons of another step, and does nothing
        move = partial(button, step=room.step_id)
        move(lambda room, at: host.move(room, -1, at), t("Previous"), f"remote-previous-{room.place}", disabled=first)
        move(lambda room, at: host.move(room, 1, at), t("Next step"), f"remote-next-{room.place}", disabled=last)
    waits_for, other, ties = next_act(content, room, now), other_act(content, room, now), tie_acts(content, room, now)
    if waits_for:
        with st.container(key="remote-main"):
            button(waits_for.act, waits_for.label, f"remote-{waits_for.name}", type="primary")
    if ties:
        show(el("p", el("strong", t("A tie: you decide."))))
    for number, one in enumerate(ties, start=1):
        button(one.act, one.label, f"remote-tie-{number}", type="primary")
    if other:
        button(other.act, other.label, "remote-also")
    for number, one in enumerate(acts_back(content, room, now), start=1):
        button(one.act, one.label, f"remote-undo-{number}")
    if room.open_ballot(now):
        button(host.prolong_vote, t("30 s more"), "remote-more")
    label, name = (t("Turn screens on"), "remote-light") if room.blank else (t("Blank"), "remote-blank")
    button(lambda room, at: host.set_blank(room, name == "remote-blank", at), label, name)
    host_focus(".st-key-remote-main button" if waits_for else ".st-key-remote h1")


def _questions(room: Room) -> None:
    """What the room asked, which a presenter who stands reads out and marks here."""
    if not room.questions and not room.dropped:
        return
    with menu(t("Questions {count}", count=f"**{len(room.waiting)}**"), "remote-questions", "help", in_page=True) as on:
        if on:
            room_questions(room, Seat.HOST)


def _over(code: str) -> None:
    show(
        el("h1", t("The workshop has ended")),
        el("p", t("The host page has the report, and can reopen the room."), class_="ll-lede"),
        class_="ll ll-stack",
    )
    _host_page(code, t("See the report"))


def _host_page(code: str, label: str) -> None:
    page_link(Page.HOST, label, "co_present", {"room": code}, carry_back=False)


def _after(room: Room) -> str:
    after = room.next_step
    return (
        t("Next: {title}", title=after.title)
        if after
        else t("This is the last step. End the workshop on the host page.")
    )


def _stands(content: Content, room: Room) -> str:
    """How far a step has come whose title stays the same: the question or the outcome of a case, a run that goes on."""
    match room.step:
        case GuideStep() as step:
            walk = guide_walk(content, room, step)
            return walk.asks.text if walk.asks else ", ".join(due.outcome.title for due in walk.steps)
        case LabStep():
            return t("It is running now, once for all of you.") if is_running(room) else ""
        case _:
            return ""


def _time_left(content: Content, room: Room) -> None:
    ballot = room.open_ballot(session.now())
    if ballot:
        item = find_item(content, room.step.item) if isinstance(room.step, VoteStep) else None
        vote_clock(room, ballot, item, f"remote.{ballot.id}")
