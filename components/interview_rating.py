"""The learner's own rating of each key point, before the machine says anything."""

from functools import partial

import streamlit as st

from components.interview_facts import interview_facts
from components.interview_head import interview_head
from components.interview_place import rate_point, show_and_count
from components.interview_ratings import interview_ratings
from components.interview_said import interview_said
from components.interview_told import interview_told
from components.key_button import key_button
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from core.content.interview_items import FreeAnswer
from core.interview.sitting import Sitting, asked_in, points_of, unrated


def interview_rating(item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the answer, and the points to rate beside it."""
    place, turn = len(sitting.turns) - 1, sitting.turns[-1]
    interview_head(interview_facts(item, turn), item, asked_in(turn, item))
    left, right = st.columns([5, 6], gap="large")
    with left:
        interview_said(turn.answer, {})
    with right:
        show(
            el("h2", "Did you say it?", class_="sub"),
            el(
                "p", "Rate each point first. The marks come after, and where they differ yours count.", class_="ll-note"
            ),
        )
        act = partial(rate_point, sitting, place)
        interview_ratings(f"rate.{sitting.id}.{place}", points_of(turn, item), turn.own, act)
        left_over = unrated(turn)
        label = f"{left_over} still to rate" if left_over else "Show the marks"
        key_button("show-marks", label, partial(show_and_count, sitting), "primary", disabled=bool(left_over))
        interview_told()
    key_presses({}, f"rating {sitting.id} {place}", "ll-question", top=True)
