"""Links to other pages, shown only where the visitor can open them."""

from collections.abc import Iterable

import streamlit as st

from components import session
from components.page_link import page_link
from core.content.lessons import Link
from core.content.pages import Page

_ICONS = {
    Page.CALCULATORS: "calculate",
    Page.QUICK_FIRE: "quiz",
    Page.CASES: "quiz",
    Page.INTERVIEW: "quiz",
    Page.DECIDE: "alt_route",
    Page.COMPARE: "table_rows",
    Page.LAB: "science",
    **dict.fromkeys((Page.HOST, Page.JOIN, Page.REMOTE), "co_present"),
}


def page_links(links: Iterable[Link], *, carry_back: bool = True) -> None:
    """Draws a row of links, which carry the way back to here unless told not to."""
    there = [link for link in links if link.page in session.open_pages()]
    if not there:
        return
    with st.container(horizontal=True, gap="medium"):
        for link in there:
            page_link(link.page, link.label, _ICONS.get(link.page, "menu_book"), link.params, carry_back=carry_back)
