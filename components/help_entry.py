"""The help at the top of every page: the tour again, keys, and paper."""

import streamlit as st

from components import session
from components.markup import el, show
from components.print_button.print_button import print_button
from components.tour_place import keep_tour_place
from core.content.pages import Page

_KEYS = (
    ("Anywhere", "Ctrl K", "search"),
    ("Training pipeline", "← →", "the step before, the next one"),
    ("Quick-fire", "Space", "show, then go on"),
    ("Quick-fire", "1 2 3 4", "how well you knew it"),
    ("Quick-fire", "U", "undo"),
    ("Any list or figure", "Tab, Enter", "reach it, open it"),
)


@st.fragment
def help_entry() -> None:
    """Draws the button; the help itself is made only once it is opened."""
    if st.button("Help", icon=":material/help:", type="tertiary", key="help.open"):
        _dialog()


@st.dialog("Help", width="medium")
def _dialog() -> None:
    show(el("p", "Two minutes over the pages: what is where, and what for."))
    if st.button("Take the tour", type="primary", key="help.tour"):
        keep_tour_place(0)
        st.switch_page(session.open_pages()[Page.START])
    rows = [el("tr", *(el("td", cell) for cell in row)) for row in _KEYS]
    heads = el("tr", *(el("th", head, scope="col") for head in ("Where", "Key", "What it does")))
    show(el("h3", "Keys"), el("table", el("thead", heads), el("tbody", *rows), class_="ll-table"))
    show(
        el("h3", "On paper"),
        el("p", "Every page prints as a handout, without menus and buttons. The whole chapter is one document."),
    )
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        print_button("help.print")
        if st.button("Open the whole chapter", type="tertiary", icon=":material/menu_book:", key="help.chapter"):
            st.switch_page(session.open_pages()[Page.TAKEAWAYS], query_params={"view": "chapter"})
