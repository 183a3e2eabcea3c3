"""A link back to the page that a link was followed from, when the address carries it."""

import streamlit as st

from components import session
from components.page_link import page_link
from components.workshop_access import results_seen
from core.content.pages import Page
from core.join.groups import clipped
from core.join.way_back import unpack
from core.language.text import t


def way_back(here: str) -> None:
    """Draws the link above the page; nothing when one came otherwise, or from this very place."""
    found = unpack(_as_left(session.params().get("from", "")))
    if found is None:
        return
    page, params = found
    pages = session.open_pages()
    if page not in pages or (page.value == (here or Page.START) and params == _without_from()):
        return
    if page is Page.JOIN and _bar_leads_back():
        return
    place = session.course().join.at(page.value, params)
    if place and place.params:
        label = t("Back to “{place}”", place=clipped(place.title, 60))
    elif page is Page.JOIN and params.get("room"):
        label = t("Go back to the room")
    else:
        label = t("Back to {page}", page=pages[page].title)
    with st.container(key="no-print-way-back"):
        page_link(page, label, "arrow_back", params, carry_back=False)


def _bar_leads_back() -> bool:
    """Whether the room's own line stands there: not once the results were seen."""
    code = session.kept("workshop.room")
    return bool(code) and not results_seen(code)


def _as_left(given: str) -> str:
    """The address to go back to: newer than the link's if a fragment changed it after the link was drawn."""
    pair: tuple[dict[str, str], dict[str, str]] = session.kept("way_back.left", ({}, {}))
    drawn, left = pair
    return left.get("from", given) if given == drawn.get("from") else given


def _without_from() -> dict[str, str]:
    return {name: value for name, value in session.params().items() if name != "from"}
