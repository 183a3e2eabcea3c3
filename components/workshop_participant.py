"""A participant's screen: it follows the presenter, and can stop doing so."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.ask_and_feel import ask_and_feel
from components.guide_answers import guide_answers
from components.guide_link import guide_link
from components.late_tap import late_tap
from components.look_at_step import OWN_PLACE, look_at_step
from components.markup import el, icon, rich, show
from components.own_script.own_script import own_script
from components.own_seat import own_seat
from components.page_links import page_links
from components.refusal import refusal
from components.room_outcome import room_outcome
from components.room_wander import room_wander
from components.stage_panel import stage_panel
from components.vote_on_guide import vote_on_guide
from components.vote_on_item import vote_on_item
from components.vote_on_lab import vote_on_lab
from components.workshop_access import followed_room, is_gone, own_person, room_now
from components.workshop_ended import workshop_ended
from components.workshop_ways_on import workshop_ways_on
from core.content.agendas import AnyStep, DiscussStep, GuideStep, LabStep, ShowStep, VoteStep
from core.content.models import Content
from core.decision import answer_params
from core.language.text import t
from core.quiz.generated import find_item
from core.workshop.events import Pace
from core.workshop.guessing import room_guesses
from core.workshop.guide import guide_walk
from core.workshop.lab import stations_to_come
from core.workshop.room import Room


def workshop_participant(content: Content, code: str) -> None:
    """Draws the room as a participant sees it. A step redraws its own part; what stands around it stays."""
    room = room_now(code)
    if room is None:
        return
    around = _around(room)
    session.keep("workshop.around", around)
    with st.container(width=720, key="room", gap="small"):
        _room(content, code)
        if around.there:
            ask_and_feel(code)
            with st.container(key="room-own", horizontal=True, horizontal_alignment="distribute", gap="small"):
                if not around.roams:
                    st.button(t("Stop following"), type="tertiary", on_click=_stop, args=(code,), key="room.stop")
                own_seat(room)
    own_script("room_top")


@dataclass(frozen=True)
class _Around:
    """What the part around the step depends on; when it changes, the whole page is drawn anew."""

    there: bool
    questions: int | None
    """How many wait for an answer, since the menu tells it; None while nobody can ask."""
    votes: int | None
    """How many votes those have, while the menu that shows them is open."""
    is_told: bool
    """Whether it is told that a question is in, or a name changed: the next step takes that away."""
    gauge: bool
    pace: Pace | None
    """How the speed feels to this person: the next step clears it."""
    roams: bool


def _around(room: Room) -> _Around:
    there = room.closed is None and room.has(own_person(room.code))
    questions = len(room.waiting) if room.questions_on else None
    shown = session.widget_value("room.asks") is True
    votes = sum(len(one.upvoters) for one in room.waiting) if shown else None
    pace = room.paces.get(own_person(room.code)) if room.gauge_on else None
    is_told = room.step_id in (session.kept("room.question_in"), session.kept("room.renamed"))
    return _Around(there, questions, votes, is_told, room.gauge_on, pace, _own_place() is not None)


@st.fragment
def _room(content: Content, code: str) -> None:
    """Draws the step; it runs again whenever the room changes."""
    room = followed_room(code)
    if room is None:
        if is_gone(code):
            st.rerun()
        return
    if session.kept("workshop.around") != _around(room):
        st.rerun()
    refusal()
    if not room.has(own_person(code)):
        show(
            el("h1", t("You are no longer in this room")),
            el("p", t("The host has removed you. Ask the host if that was a mistake."), class_="ll-lede"),
            class_="ll ll-stack",
        )
        workshop_ways_on()
        return
    if room.closed:
        workshop_ended(content, room)
        return
    late_tap(content, room)
    at = _place(room)
    head = _head(content, room, at)
    if room.blank and at == room.place:
        show(
            head,
            el("h1", t("Look at the presenter"), class_="ll-question"),
            el("p", t("The screens are off for a moment."), class_="ll-lede"),
        )
    else:
        _step(content, room, room.steps[at], head)
    if room.in_lobby and _own_place() is None:
        words = t("You are in. This page follows the presenter by itself.")
        show(el("p", icon("check_circle"), el("span", words), class_="ll-said", role="status"))
    room_wander(room, at)


def _own_place() -> int | None:
    own = session.kept(OWN_PLACE)
    return own if isinstance(own, int) else None


def _place(room: Room) -> int:
    """The step that this person looks at: the presenter's, unless they have stopped following."""
    own = _own_place()
    return room.place if own is None else min(own, room.place)


def _head(content: Content, room: Room, at: int) -> ET.Element:
    """The line that says where you are. It also tells screen readers the step's title and that a vote is open."""
    name = room.people[own_person(room.code)].name
    here = t("Step {step} of {count}", step=at + 1, count=len(room.steps))
    is_off = room.blank and at == room.place
    title = t("Look at the presenter") if is_off else room.steps[at].title
    opened = "" if is_off or at != room.place else _opened(content, room)
    return el(
        "p",
        el("span", here, data_ll_news=f"{here}: {title}"),
        el("span", name, f", {t('room')} ", el("b", room.code, class_="ll-code"), class_="ll-who"),
        class_="ll-eyebrow ll-room-head",
        data_ll_top=_seen_from_the_top(room, room.steps[at].id),
        **({"data_ll_news": opened} if opened else {}),
    )


def _seen_from_the_top(room: Room, step_id: str) -> str:
    """Differs whenever something has come that a phone shows from its top."""
    results = "results" if step_id in room.results else ""
    return f"{step_id} {len(room.ballots_of(step_id))} {results}".strip()


def _opened(content: Content, room: Room) -> str:
    if not room.open_ballot(session.now()):
        return ""
    return t("A guess is open.") if room_guesses(content, room) else t("A vote is open.")


def _step(content: Content, room: Room, step: AnyStep, head: ET.Element) -> None:
    """Draws a step under its head, in as few blocks as possible: each is one more message to everybody in the room."""
    match step:
        case VoteStep():
            item = find_item(content, step.item)
            if item is None:
                show(
                    head,
                    el("p", t("This question is no longer in the bank. The presenter will move on."), class_="ll-note"),
                )
            else:
                vote_on_item(content, room, step, item, head)
        case GuideStep():
            _guide(content, room, step, head)
        case LabStep():
            vote_on_lab(content, room, step, head)
        case DiscussStep():
            show(head, el("h1", step.title, class_="ll-question"), rich("p", step.prompt, class_="ll-lede"))
        case ShowStep():
            _show(content, room, step, head)


def _show(content: Content, room: Room, step: ShowStep, head: ET.Element) -> None:
    stage = content.stage_by_id.get(step.stage or "")
    show(
        head,
        el("h1", step.title, class_="ll-question"),
        el("ul", *(rich("li", line) for line in step.lines)) if step.lines else None,
    )
    if stage:
        stage_panel(content, stage, to_come=stations_to_come(room))
    page_links(step.links)


def _guide(content: Content, room: Room, step: GuideStep, head: ET.Element) -> None:
    walk = guide_walk(content, room, step)
    asks = walk.asks
    held = room.ballots_of(step.id, asks.id) if asks else ()
    if asks and held:
        vote_on_guide(room, step, held[-1], asks, head)
    elif asks:
        show(
            head,
            el("h1", step.title, class_="ll-question"),
            rich("p", step.case, class_="ll-lede"),
        )
        is_on = room.step_id == step.id
        opens = t("The vote opens in a moment. Read it meanwhile.")
        told = opens if is_on else t("The presenter has moved on; this was not voted on.")
        question = t("Next question: {question}", question=asks.text)
        next_question = el("p", el("strong", question), **({"data_ll_news": question} if is_on else {}))
        show(next_question, el("p", told, class_="ll-note"), class_="ll ll-stack")
        guide_answers(room, step, walk)
    else:
        decided = ". ".join((t("The room has decided"), *(due.outcome.title for due in walk.steps)))
        show(
            head,
            el("h1", t("The room has decided"), class_="ll-question", data_ll_news=decided),
            rich("p", step.case, class_="ll-note"),
        )
        room_outcome(walk, cautions=True)
        guide_answers(room, step, walk)
        guide_link(answer_params(content.guide, dict(room.guide_answers[step.id])))


def _stop(code: str) -> None:
    """Stays at the step that is on now, which is a later one than when the button was drawn."""
    room = room_now(code)
    look_at_step(room.place if room else None)
