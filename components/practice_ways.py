"""The three ways to practise with questions: a review, a drill, an exam."""

import streamlit as st

from components.drills import drills
from components.exam import exam
from components.review import review
from core.content.models import Content

_WAYS = {"review": ("Review", review), "drill": ("Drill", drills), "exam": ("Exam", exam)}


def practice_ways(content: Content) -> None:
    """Draws the switch, and the way that it stands on; the address names it."""
    with st.container(width=740, key="practise"):
        way = st.segmented_control(
            "Way to practise",
            list(_WAYS),
            format_func=lambda name: _WAYS[name][0],
            key="way",
            required=True,
            default="review",
            bind="query-params",
            label_visibility="collapsed",
        )
        _WAYS[way or "review"][1](content)
