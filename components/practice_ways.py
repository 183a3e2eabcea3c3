"""The three ways to practise with questions: a review, a drill, an exam."""

import streamlit as st

from components.drills import drills
from components.exam import exam
from components.one_item import one_item
from components.review import review
from components.way_switch import way_switch
from core.content.models import Content
from core.language.text import marked, t

_LABELS = {"review": marked("Review"), "drill": marked("Drill"), "exam": marked("Exam")}
_WAYS = {"review": review, "drill": drills, "exam": exam}


def practice_ways(content: Content) -> None:
    """Draws the switch, and the way that it stands on."""
    if one_item(content):
        return
    with st.container(key="practise"):
        _WAYS[way_switch({way: t(label) for way, label in _LABELS.items()}, "practice-ways.way")](content)
