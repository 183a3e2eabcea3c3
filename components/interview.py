"""The interview: one question, or a mock interview with its debrief; an open mock interview is where it opens."""

import streamlit as st

from components import session
from components.interview_one import interview_one
from components.mock_interview import mock_interview
from components.open_mock import open_mock
from components.way_switch import way_switch
from core.content.models import Content
from core.interview.mock import MockInterview
from core.interview.question_list import wanted_question
from core.language.text import marked, t
from core.store.errors import StoreError

_LABELS = {"one": marked("One question"), "mock": marked("Mock interview")}


def interview(content: Content) -> None:
    """Draws the switch, and the way that it stands on."""
    mocks = _open_now()
    with st.container(key="interview", gap="small"):
        ways = {way: t(label) for way, label in _LABELS.items()}
        if way_switch(ways, "interview.way", "mock" if mocks else "one") == "mock":
            mock_interview(content, mocks)
        else:
            interview_one(content)


def _open_now() -> list[MockInterview]:
    """The open mock interview, where the address leaves the way to it."""
    params = session.params()
    if "way" in params or wanted_question(params):
        return []
    try:
        mock = open_mock()
    except StoreError:
        return []  # the other way reads the store as well, and says what is wrong
    return [mock] if mock else []
