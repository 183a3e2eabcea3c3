"""What the presenter alone reads: notes, the private figure of a vote, what comes next."""

import streamlit as st

from components.markup import el, rich, show
from components.pace_gauge import pace_gauge
from components.private_figure import private_figure
from core.content.models import Content
from core.workshop.room import Room


def presenter_notes(content: Content, room: Room) -> None:
    """Draws the notes, the private figures of a vote, and what comes next."""
    after = room.next_step
    with st.container(key="strip-notes", gap="small"):
        show(
            el("p", el("strong", "Notes")),
            private_figure(content, room),
            rich("p", room.step.notes),
            el(
                "p",
                f"Next: {after.title}, {after.minutes:g} min" if after else "This is the last step.",
                class_="ll-note",
            ),
            class_="ll ll-stack",
        )
        if room.gauge_on:
            pace_gauge(room)
