"""At the end of a page that is read from top to bottom: the one that follows it in the menu."""

import streamlit as st

from components import session
from core.content.pages import Page
from core.language.text import t


def next_page(here: Page) -> None:
    """Draws the way on; nothing after the last page."""
    pages = session.open_pages()
    order = list(pages)
    following = order[order.index(here) + 1 :] if here in pages else []
    if following:
        there = pages[following[0]]
        with st.container(key="next-page"):
            label = t("Next: {page}", page=str(there.title))
            st.page_link(there, label=label, icon=":material/arrow_forward:", icon_position="right")
