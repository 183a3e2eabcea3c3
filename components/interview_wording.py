"""The learner's wording of a point that marking did not find, ready to be pasted into the question."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, show
from core.interview.mock import Turn
from core.interview.suggestion import Suggestion, suggest_wording
from core.interview.verdicts import AnswerMark, PointMark, Verdict


def interview_wording(turn: Turn, mark: AnswerMark, key: str) -> None:
    """Draws the wordings, closed; nothing when the learner has overruled no mark to “said it”."""
    found = [one for point in mark.points if (one := _wording(turn, point)) is not None]
    if not found:
        return
    with st.expander("Suggest my wording", icon=":material/add_comment:", key=f"{key}.wording"):
        show(
            el("p", "You said these points in words that marking does not know."),
            el("p", "Paste a line into the question's file, or send it to whoever runs this course."),
        )
        for one in found:
            show(el("p", el("code", one.place), class_="ll-note"), _taken(turn, one))
            st.code(one.yaml.strip(), language="yaml", wrap_lines=True)


def _wording(turn: Turn, point: PointMark) -> Suggestion | None:
    if turn.own.get(point.id) is not Verdict.COVERED or point.verdict is Verdict.COVERED:
        return None
    return suggest_wording(session.rubrics()[turn.rubric_id], point.id, turn.answer, point.evidence)


def _taken(turn: Turn, one: Suggestion) -> ET.Element | None:
    if not one.taken:
        return None
    other = next(point.text for point in session.rubrics()[turn.rubric_id].key_points if point.id == one.taken)
    return el("p", f"These words already count for “{other}”", class_="ll-note")
