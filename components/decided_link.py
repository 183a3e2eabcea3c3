"""The way from what a room has decided to the decision guide, which makes a record of it."""

import streamlit as st

from core.export.workshop_report import GUIDE, guide_address
from core.language.text import t
from core.workshop.shown import Decision


def decided_link(decision: Decision | None) -> None:
    """Draws it once there is an outcome; the guide opens in a window of its own, with the room's answers."""
    if decision and decision.steps:
        st.link_button(t(GUIDE), guide_address(decision), icon=":material/open_in_new:", type="tertiary")
