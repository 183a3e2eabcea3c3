"""A marked interview question: the marks, the follow-up that they open, and the way into the review."""

from functools import partial

import streamlit as st

from components.focus_on_message import focus_on_message
from components.interview_log import added_when
from components.interview_path import interview_path
from components.interview_place import add_to_review, go_deeper, leave_sitting, rate_points
from components.interview_verdicts import interview_verdicts
from components.locked_head import locked_head
from components.markup import el, show
from components.press_trouble import press_trouble
from components.put_into_review import put_into_review
from components.question_foot import question_foot
from core.content.interview_items import FreeAnswer, When
from core.content.models import Content
from core.interview.sitting import Sitting, follow_up_of
from core.language.text import t


def interview_marked(content: Content, item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the last answer with its marks, then the path that led there."""
    place, turn = len(sitting.turns) - 1, sitting.turns[-1]
    locked_head(item, turn)
    rate, when = partial(rate_points, sitting, place), added_when(sitting.id, item.id)
    interview_verdicts(item, turn, f"marked.{sitting.id}.{place}", rate, partial(_ways_on, item, sitting, when))
    interview_path(item, sitting)
    question_foot(content, item)
    focus_on_message(f"marked {sitting.id} {place}", sitting.id, told=bool(when), top=True)


def _ways_on(item: FreeAnswer, sitting: Sitting, when: str) -> None:
    follow_up = follow_up_of(sitting, item) if sitting.turns[0].judgeable else None
    with st.container(key="interview-ways", gap="small"):
        if follow_up is not None:
            missed = follow_up.when is When.MISSED
            st.button(
                t("Follow-up: a point you missed") if missed else t("Follow-up: go further"),
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                key="interview.deeper",
                on_click=partial(go_deeper, sitting, item),
            )
        elif len(sitting.turns) > 1:
            show(el("p", t("No more follow-ups: that was the end of this question."), class_="ll-note"))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            add = partial(add_to_review, sitting, item)
            put_into_review(1, when, "interview.add", add)
            st.button(
                t("Choose another question"),
                key="interview.other",
                type="secondary" if follow_up else "primary",
                on_click=partial(leave_sitting, sitting),
            )
        press_trouble()
