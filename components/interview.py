"""The interview: one question, or a mock interview with its debrief."""

import streamlit as st

from components import session
from components.interview_one import interview_one
from components.mock_interview import mock_interview
from core.content.models import Content

_WAYS = {"one": ("One question", interview_one), "mock": ("Mock interview", mock_interview)}
_KEY = "interview.way"


def interview(content: Content) -> None:
    """Draws the switch, and the way that it stands on; the address names it."""
    given = session.params().get("way", "one")
    session.set_widget_value(_KEY, given if given in _WAYS else "one")
    with st.container(key="interview", gap="small"):
        way = st.segmented_control(
            "Way to practise",
            list(_WAYS),
            format_func=lambda name: _WAYS[name][0],
            key=_KEY,
            required=True,
            on_change=_open,
            label_visibility="collapsed",
        )
        _WAYS[way or "one"][1](content)


def _open() -> None:
    session.set_params({"way": str(session.widget_value(_KEY))})
