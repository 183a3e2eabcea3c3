"""After the workshop: what a participant missed, to be drilled or reviewed, what the room decided, the ways on."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.decision_cautions import decision_cautions
from components.drill_button import drill_button
from components.guide_link import guide_link
from components.keep_missed import keep_missed
from components.markup import el, show
from components.right_answer_told import right_answer_told
from components.workshop_access import RESULTS_SEEN, own_person
from components.workshop_ways_on import workshop_ways_on
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import marked, nt, t
from core.store.errors import StoreError
from core.workshop.report import answered_items, missed_items, workshop_report
from core.workshop.room import Room
from core.workshop.shown import Decision, decisions


def workshop_ended(content: Content, room: Room) -> None:
    """Draws a participant's own results."""
    session.keep(RESULTS_SEEN, room.code)
    person = own_person(room.code)
    answered = answered_items(room, person, content.item_by_id)
    missed = missed_items(room, person, content.item_by_id)
    over = t("The workshop has ended")
    show(el("h1", over, data_ll_news=over), el("p", room.title, class_="ll-lede"), class_="ll ll-stack")
    if not answered:
        show(el("p", _nothing(room, person)))
    elif missed:
        show(el("p", _counted(len(answered), len(answered) - len(missed))))
        show(el("ul", *(_missed(content.item_by_id[name]) for name in missed), class_="ll-study"))
        with st.container(key="room-missed", horizontal=True, gap="small"):
            label = nt("Answer this question now", "Answer these {n} questions now", len(missed))
            drill_button(label, missed, marked("Missed in the workshop"), "room-missed")
            st.button(
                t("Add what I missed to my review"),
                type="primary",
                on_click=_add,
                args=(room.code, missed),
                key="room.missed",
            )
        _added(room.code)
    else:
        show(el("p", _all_right(len(answered), len(workshop_report(room, content.item_by_id).questions))))
    for decision in decisions(room, content):
        _decided(decision)
    workshop_ways_on()


def _counted(answered: int, right: int) -> str:
    """How many this person answered and had right, counted and worded as in the host's report."""
    return nt(
        "You answered {n} question; right at the end: {right}. You missed:",
        "You answered {n} questions; right at the end: {right}. You missed:",
        answered,
        right=right,
    )


def _all_right(answered: int, asked: int) -> str:
    """Praise for every question only to somebody who answered every question that the room voted on."""
    if answered == asked:
        return t("You had every question right by the end.")
    return nt(
        "You answered {n} of {asked} questions, and had it right by the end.",
        "You answered {n} of {asked} questions, and had them right by the end.",
        answered,
        asked=asked,
    )


def _nothing(room: Room, person: str) -> str:
    if any(person in ballot.picks for ballot in room.ballots.values()):
        return t("You voted on no question that has a right answer, so there is nothing to review.")
    return t("You voted on nothing, so there is nothing to review.")


def _missed(item: AnyItem) -> ET.Element:
    return el("li", item.stem, right_answer_told(item, "ll-right-answer"))


def _decided(decision: Decision) -> None:
    """What a room that came to an outcome decided, and the guide with its answers."""
    if decision.steps:
        parts = [el("h2", t("What the room decided"), class_="sub"), el("p", decision.case)]
        for due in decision.steps:
            parts += [el("p", el("strong", due.outcome.title)), *decision_cautions(due)]
        show(*parts, class_="ll ll-stack")
        guide_link(decision.given)


def _added(code: str) -> None:
    count, trouble = session.kept(f"room.added.{code}"), session.kept(f"room.not_added.{code}")
    if trouble or count:
        added = nt(
            "{n} added. It comes back in the review within minutes.",
            "{n} added. They come back in the review within minutes.",
            count or 0,
        )
        show(el("p", trouble or added, role="status"))


def _add(code: str, missed: tuple[str, ...]) -> None:
    """Logs a failed review of each, so that it falls due within minutes; a second press changes nothing."""
    content = session.content()
    try:
        for name in missed:
            keep_missed(f"room.{code}.{name}", content.item_by_id[name], f"room.{code}")
    except StoreError as error:
        session.keep(f"room.not_added.{code}", t(str(error)))
        return
    session.keep(f"room.not_added.{code}", None)
    session.keep(f"room.added.{code}", len(missed))
