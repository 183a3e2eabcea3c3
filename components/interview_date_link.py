"""The way to the plan for those whose interview has a date."""

import streamlit as st

from components import session
from core.content.pages import Page
from core.language.text import t


def interview_date_link() -> None:
    """Draws the link; nothing where Progress is not open."""
    page = session.open_pages().get(Page.PROGRESS)
    if page:
        st.page_link(page, label=t("Interview soon? Plan to its date"), icon=":material/event:")
