"""The interview: one question, or a mock interview with its debrief; an open mock interview is where it opens."""

import streamlit as st

from components import session
from components.interview_one import interview_one
from components.mock_interview import mock_interview
from components.open_mock import open_mock
from components.way_switch import way_switch
from core.content.models import Content
from core.interview.question_list import wanted_question
from core.language.text import marked, t
from core.store.errors import StoreError

_LABELS = {"one": marked("One question"), "mock": marked("Mock interview")}
_WAYS = {"one": interview_one, "mock": mock_interview}


def interview(content: Content) -> None:
    """Draws the switch, and the way that it stands on."""
    with st.container(key="interview", gap="small"):
        _WAYS[way_switch({way: t(label) for way, label in _LABELS.items()}, "interview.way", _at())](content)


def _at() -> str:
    """The way of an address that names none."""
    params = session.params()
    if "way" in params or wanted_question(params):
        return "one"
    try:
        return "mock" if open_mock() else "one"
    except StoreError:
        return "one"  # that way reads the store as well, and says what is wrong
