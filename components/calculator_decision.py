"""The way back to the decision that a visitor came from."""

import streamlit as st

from components import session
from core.calculator_page.joins import unpack_decision
from core.content.models import Content
from core.content.pages import Page
from core.join.way_back import unpack
from core.language.text import t


def calculator_decision(content: Content) -> None:
    """Draws the link, with the answers, when the address carries a decision."""
    packed = session.params().get("from", "")
    if unpack(packed) is not None:
        return  # the way back stands above the page
    params = unpack_decision(content.guide, packed)
    pages = session.open_pages()
    if params and Page.DECIDE in pages:
        label, icon = t("Back to your decision"), ":material/arrow_back:"
        st.page_link(pages[Page.DECIDE], label=label, icon=icon, query_params=params)
