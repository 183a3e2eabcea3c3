"""The entrances to the parts of the course: what is behind each, and how long it takes."""

from dataclasses import dataclass

import streamlit as st

from components import session
from components.interview_date_link import interview_date_link
from components.markup import el, show
from core.content.pages import Page
from core.language.text import marked, t


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
        marked("Learn it"),
        marked("Walk the pipeline, decide a case of your own, see what it costs."),
        marked("About 50 minutes"),
        marked("Go step by step"),
    ),
    Door(
        Page.QUICK_FIRE,
        marked("Prove it"),
        marked("Quick-fire questions, cases in pairs, an exam. What you miss comes back."),
        marked("From 5 minutes"),
        marked("Practise"),
    ),
    Door(
        Page.HOST,
        marked("Run it with a team"),
        marked("A session on your phones, with votes and a case that the room decides."),
        marked("20 or 45 minutes"),
        marked("Open a room"),
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
            show(el("h2", t(door.title), class_="sub"), el("p", t(door.text)), el("p", t(door.note), class_="ll-note"))
            with st.container(horizontal=True, gap="small"):
                st.page_link(
                    pages[door.page], label=t(door.label), icon=":material/arrow_forward:", icon_position="right"
                )
                if door.page is Page.QUICK_FIRE:
                    interview_date_link()
