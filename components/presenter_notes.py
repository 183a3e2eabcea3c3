"""What only the presenter reads: notes, the private figure of a vote, what comes next."""

import streamlit as st

from components.decided_link import decided_link
from components.decided_notes import decided_notes
from components.markup import el, rich, show
from components.pace_gauge import pace_gauge
from components.private_figure import private_figure
from components.room_window import room_window
from components.vote_reason import vote_reason
from core.content.models import Content
from core.language.text import t
from core.workshop.plan import minutes_words
from core.workshop.room import Room
from core.workshop.shown import decision_now


def presenter_notes(content: Content, room: Room) -> None:
    """Draws the way to the audience's screen in the lobby, the notes, how a vote stands, and what comes next."""
    decided = decision_now(room, content)
    with st.container(key="strip-notes", gap="small"):
        if room.in_lobby:
            room_window(t("Put the audience's screen on the projector"), room.code, "screen")
        show(
            el("p", el("strong", t("Notes"))),
            private_figure(content, room),
            *decided_notes(decided),
            rich("p", room.step.notes),
            class_="ll ll-stack",
        )
        vote_reason(content, room, presenter=True)
        decided_link(decided)
        show(el("p", _after(room), class_="ll-note"))
        if room.gauge_on:
            pace_gauge(room)


def _after(room: Room) -> str:
    after = room.next_step
    if after is None:
        return t("This is the last step.")
    return t("Next: {title}, {minutes} min", title=after.title, minutes=minutes_words(after.minutes))
