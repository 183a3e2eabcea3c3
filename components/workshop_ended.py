"""After the workshop: what a participant missed, to be added to their review."""

import streamlit as st

from components import session
from components.keep_missed import keep_missed
from components.markup import el, show
from components.workshop_access import own_person
from core.content.models import Content
from core.language.text import t
from core.store.errors import StoreError
from core.workshop.report import missed_items, workshop_report
from core.workshop.room import Room


def workshop_ended(content: Content, room: Room) -> None:
    """Draws a participant's own results."""
    report = workshop_report(room, content.item_by_id)
    person = own_person(room.code)
    missed = missed_items(room, person, content.item_by_id)
    show(el("h1", t("The workshop has ended")), el("p", room.title, class_="ll-lede"), class_="ll ll-stack")
    if not any(person in ballot.picks for ballot in room.ballots.values()):
        show(el("p", t("You voted on nothing, so there is nothing to repeat.")))
    elif missed:
        of = len(report.questions)
        show(el("p", t("You had {missed} of {count} questions wrong at the end:", missed=len(missed), count=of)))
        show(el("ul", *(el("li", content.item_by_id[name].stem) for name in missed)))
        st.button(
            t("Add what I missed to my review"),
            type="primary",
            on_click=_add,
            args=(room.code, missed),
            key="room.missed",
        )
        _added()
    else:
        show(el("p", t("You had every question right at the end.")))


def _added() -> None:
    count, trouble = session.kept("room.added"), session.kept("room.not_added")
    if trouble or count:
        added = t("{count} added. They are due now under Quick-fire.", count=count)
        show(el("p", trouble or added, role="status"))


def _add(code: str, missed: tuple[str, ...]) -> None:
    """Logs a failed review of each, so that it falls due within minutes; a second press changes nothing."""
    content = session.content()
    try:
        for name in missed:
            keep_missed(f"room.{code}.{name}", content.item_by_id[name])
    except StoreError as error:
        session.keep("room.not_added", t(str(error)))
        return
    session.keep("room.not_added", None)
    session.keep("room.added", len(missed))
