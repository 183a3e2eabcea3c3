"""Links onward: shown only when the page that they lead to is open."""

from collections.abc import Iterable

import streamlit as st

from components import session
from core.content.lessons import Link
from core.content.pages import Page

_ICONS = {
    Page.CALCULATORS: ":material/calculate:",
    Page.QUICK_FIRE: ":material/quiz:",
    Page.CASES: ":material/quiz:",
    Page.INTERVIEW: ":material/quiz:",
    Page.DECIDE: ":material/alt_route:",
    Page.COMPARE: ":material/table_rows:",
    Page.LAB: ":material/science:",
}


def page_links(links: Iterable[Link]) -> None:
    """Draws a row of links."""
    pages = session.open_pages()
    there = [link for link in links if link.page in pages]
    if not there:
        return
    with st.container(horizontal=True, gap="medium"):
        for link in there:
            icon = _ICONS.get(link.page, ":material/menu_book:")
            st.page_link(pages[link.page], label=link.label, icon=icon, query_params=dict(link.params) or None)
