"""The three ways to practise with questions: a review, a drill, an exam."""

import streamlit as st

from components import session
from components.drills import drills
from components.exam import exam
from components.review import review
from core.content.models import Content

_WAYS = {"review": ("Review", review), "drill": ("Drill", drills), "exam": ("Exam", exam)}
_KEY = "practice-ways.way"


def practice_ways(content: Content) -> None:
    """Draws the switch, and the way that it stands on; the address names it."""
    given = session.params().get("way", "review")
    session.set_widget_value(_KEY, given if given in _WAYS else "review")
    with st.container(width=740, key="practise"):
        way = st.segmented_control(
            "Way to practise",
            list(_WAYS),
            format_func=lambda name: _WAYS[name][0],
            key=_KEY,
            required=True,
            on_change=_open,
            label_visibility="collapsed",
        )
        _WAYS[way or "review"][1](content)


def _open() -> None:
    """Another way has nothing of the last one's in its address."""
    session.set_params({"way": str(session.widget_value(_KEY))})
