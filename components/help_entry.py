"""The help at the top of every page: the tour again, keys, and paper."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, show
from components.open_page import open_page
from components.print_button.print_button import print_button
from components.tour_place import keep_tour_place
from core.content.pages import Page
from core.language.text import marked, t

_KEYS = (
    (marked("Anywhere"), marked("Ctrl K"), marked("search")),
    (marked("Training pipeline"), "← →", marked("previous step, next step")),
    (marked("Quick-fire"), "1 2 3 4", marked("pick an option; after the answer, how well you knew it")),
    (marked("Quick-fire"), "N, H", marked("I do not know; a hint, where there is one")),
    (marked("Quick-fire"), marked("Enter, Space"), marked("show or check, then go on")),
    (marked("Quick-fire"), "U", marked("undo")),
    (marked("Exam"), "N, P, F", marked("next question, previous question; flag it")),
    (marked("Interview"), marked("Ctrl Enter"), marked("submit the answer")),
    (marked("Interview"), "1 2 3, 0", marked("rate a point: said it, partly, no; no to the rest")),
    (marked("A room you host"), "← →", marked("previous step, next step")),
    (marked("A room you host"), "Space", marked("what the step waits for: open the vote, close it, go on")),
    (marked("A room you host"), "B, R", marked("blank the screens; show the results")),
    (marked("Any list or figure"), "Tab, Enter", marked("reach it, open it")),
)


def help_entry() -> None:
    """Draws the button, inside a fragment; the help itself is made only once it is opened."""
    if st.button(t("Help"), icon=":material/help:", type="tertiary", key="help.open"):
        st.dialog(t("Help"), width="medium")(_help)()


def _help() -> None:
    show(el("p", t("A two-minute walk round the pages: what is where, and what it is for.")))
    if st.button(t("Take the tour"), type="primary", key="help.tour"):
        keep_tour_place(0)
        st.switch_page(session.open_pages()[Page.START])
    heads = el("tr", *(el("th", head, scope="col") for head in (t("Where"), t("Key"), t("What it does"))))
    show(el("h3", t("Keys")), el("table", el("thead", heads), *_keys(), class_="ll-table"), class_="ll ll-of-keys")
    show(
        el("h3", t("“The chapter”")),
        el(
            "p",
            t(
                "This course retells, in its own words, one chapter on LLM training from early 2025. Where the "
                "chapter errs, rounds or says nothing, a note stands beside the figure."
            ),
        ),
    )
    show(
        el("h3", t("On paper")),
        el("p", t("Every page prints as a handout, without menus and buttons. The whole chapter is one document.")),
    )
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        print_button("help.print")
        if st.button(t("Open the whole chapter"), type="tertiary", icon=":material/menu_book:", key="help.chapter"):
            open_page(Page.TAKEAWAYS, {"view": "chapter"})


def _keys() -> Iterator[ET.Element]:
    """The keys of each place under one head."""
    for where, found in groupby(_KEYS, key=itemgetter(0)):
        keys = [(el("td", *_pressed(t(key))), el("td", t(what))) for _, key, what in found]
        head = el("th", t(where), scope="rowgroup", rowspan=str(len(keys)))
        yield el("tbody", *(el("tr", None if place else head, *cells) for place, cells in enumerate(keys)))


def _pressed(keys: str) -> Iterator[ET.Element]:
    """Each key as it is drawn wherever one is named."""
    for key in keys.replace(",", "").split():
        named = el("kbd", key, class_="ll-key")
        named.tail = " "
        yield named
