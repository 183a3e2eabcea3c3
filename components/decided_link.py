"""The way from what a room has decided to the decision guide, which makes a record of it."""

from urllib.parse import urlencode

import streamlit as st

from core.content.pages import Page
from core.export.workshop_report import GUIDE
from core.language.text import t
from core.workshop.shown import Decision


def decided_link(decision: Decision | None) -> None:
    """Draws it once there is an outcome; the guide opens in a window of its own, with the room's answers."""
    if decision and decision.steps:
        address = f"{Page.DECIDE.value}?{urlencode(decision.given)}"
        st.link_button(t(GUIDE), address, icon=":material/open_in_new:", type="tertiary")
