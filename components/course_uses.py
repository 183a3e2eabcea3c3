"""The three uses of the course: what each is, how long it takes, and where it begins."""

from dataclasses import dataclass

import streamlit as st

from components import session
from components.interview_date_link import interview_date_link
from components.markup import el, show
from core.content.pages import Page
from core.language.text import marked, t


@dataclass(frozen=True)
class Use:
    """One use of the course, and the page that it begins on."""

    page: Page
    title: str
    text: str
    note: str
    label: str


USES = (
    Use(
        Page.PIPELINE,
        marked("Learn it"),
        marked("Walk the pipeline, decide a case of your own, see what it costs."),
        marked("About 50 minutes"),
        marked("Go step by step"),
    ),
    Use(
        Page.QUICK_FIRE,
        marked("Prove it"),
        marked("Quick-fire questions, cases in pairs, an exam. What you miss comes back."),
        marked("From 5 minutes"),
        marked("Practise"),
    ),
    Use(
        Page.HOST,
        marked("Run it with a team"),
        marked("A session on your phones, with votes and a case that the room decides."),
        marked("20 or 45 minutes"),
        marked("Open a room"),
    ),
)


def course_uses() -> None:
    """Draws them side by side."""
    pages = session.open_pages()
    with st.container(key="uses"):
        columns = st.columns(len(USES), gap="large")
    for column, use in zip(columns, USES, strict=True):
        with column, st.container(key=f"strip-{use.page.value}", gap="small"):
            show(el("h2", t(use.title), class_="sub"), el("p", t(use.text)), el("p", t(use.note), class_="ll-note"))
            with st.container(horizontal=True, gap="small"):
                label, icon = t(use.label), ":material/arrow_forward:"
                st.page_link(pages[use.page], label=label, icon=icon, icon_position="right")
                if use.page is Page.QUICK_FIRE:
                    interview_date_link()
