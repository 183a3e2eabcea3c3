"""The ways in: what is behind each, and how long it takes."""

from dataclasses import dataclass

import streamlit as st

from components import session
from components.markup import el, show
from core.content.pages import Page


@dataclass(frozen=True)
class Door:
    """One way in."""

    page: Page
    title: str
    text: str
    note: str
    label: str


DOORS = (
    Door(
        Page.PIPELINE,
        "Learn it",
        "Walk the pipeline, decide a case of your own, see what it costs.",
        "About 50 minutes",
        "Start at step 1",
    ),
    Door(
        Page.QUICK_FIRE,
        "Prove it",
        "Quick-fire questions, cases in pairs, an exam. What you miss comes back.",
        "From 5 minutes",
        "Practise",
    ),
    Door(
        Page.HOST,
        "Run it with a team",
        "A session on your phones, with votes and a case that the room decides.",
        "20 or 45 minutes",
        "Open a room",
    ),
)


def doors() -> None:
    """Draws the doors whose pages are open, side by side."""
    pages = session.open_pages()
    there = [door for door in DOORS if door.page in pages]
    with st.container(key="doors"):
        columns = st.columns(len(there), gap="large")
    for column, door in zip(columns, there, strict=True):
        with column, st.container(key=f"strip-{door.page.value}", gap="small"):
            show(el("h2", door.title, class_="sub"), el("p", door.text), el("p", door.note, class_="ll-note"))
            st.page_link(pages[door.page], label=door.label, icon=":material/arrow_forward:", icon_position="right")
