"""The interview: one question, or a mock interview with its debrief."""

import streamlit as st

from components.interview_one import interview_one
from components.mock_interview import mock_interview
from components.way_switch import way_switch
from core.content.models import Content
from core.language.text import marked, t

_LABELS = {"one": marked("One question"), "mock": marked("Mock interview")}
_WAYS = {"one": interview_one, "mock": mock_interview}


def interview(content: Content) -> None:
    """Draws the switch, and the way that it stands on."""
    with st.container(key="interview", gap="small"):
        _WAYS[way_switch({way: t(label) for way, label in _LABELS.items()}, "interview.way")](content)
