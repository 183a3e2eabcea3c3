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
        "Walk from raw text to the model you call, one step at a time.",
        "About 20 minutes",
        "Walk the pipeline",
    ),
    Door(
        Page.DECIDE,
        "Decide a case",
        "Answer for a case of your own. Leave with a record of why.",
        "About 5 minutes",
        "Open the guide",
    ),
    Door(
        Page.TAKEAWAYS,
        "Look it up",
        "The chapter on one page, and every term in plain words.",
        "Whenever you need it",
        "Takeaways and glossary",
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
