"""A marked interview question: the marks, the follow-up that they open, and the way into the review."""

from functools import partial

import streamlit as st

from components.interview_facts import interview_facts
from components.interview_head import interview_head
from components.interview_log import added_when
from components.interview_path import interview_path
from components.interview_place import add_to_review, go_deeper, leave_sitting, rate_points
from components.interview_told import interview_told
from components.interview_verdicts import interview_verdicts
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from components.question_foot import question_foot
from core.content.interview_items import FreeAnswer, When
from core.content.models import Content
from core.interview.sitting import Sitting, asked_in, follow_up_of
from core.language.text import nt, t


def interview_marked(content: Content, item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the last answer with its marks, then the path that led there."""
    place, turn = len(sitting.turns) - 1, sitting.turns[-1]
    interview_head(interview_facts(item, turn), item, asked_in(turn, item))
    rate = partial(rate_points, sitting, place)
    interview_verdicts(item, turn, f"marked.{sitting.id}.{place}", rate, partial(_ways_on, item, sitting))
    interview_path(item, sitting)
    question_foot(content, item)
    key_presses({}, f"marked {sitting.id} {place}", "ll-question", top=True)


def _ways_on(item: FreeAnswer, sitting: Sitting) -> None:
    follow_up = follow_up_of(sitting, item) if sitting.turns[0].judgeable else None
    with st.container(key="interview-ways", gap="small"):
        if follow_up is not None:
            missed = follow_up.when is When.MISSED
            st.button(
                t("Follow-up: answer the point you missed") if missed else t("Follow-up: go further"),
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                key="interview.deeper",
                on_click=partial(go_deeper, sitting, item),
            )
        elif len(sitting.turns) > 1:
            show(el("p", t("No more follow-ups: that was the end of this question."), class_="ll-note"))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _review(item, sitting)
            st.button(
                t("Choose another question"),
                key="interview.other",
                type="secondary" if follow_up else "primary",
                on_click=leave_sitting,
            )
        interview_told()


def _review(item: FreeAnswer, sitting: Sitting) -> None:
    when = added_when(sitting.id)
    if when:
        show(el("p", t("In your review: this question comes {when}.", when=when), class_="ll-note", role="status"))
        return
    st.button(
        nt("Add this question to my review", "Add these {n} questions to my review", 1),
        icon=":material/add_task:",
        key="interview.add",
        on_click=partial(add_to_review, sitting, item),
    )
