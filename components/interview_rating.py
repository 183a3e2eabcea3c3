"""One interview question while the learner rates what they said, before the machine says anything."""

from functools import partial

import streamlit as st

from components.interview_place import leave_sitting, rate_points, rate_rest, show_and_count
from components.interview_rate import RatingActs, interview_rate
from components.locked_head import locked_head
from components.press_trouble import press_trouble
from core.content.interview_items import FreeAnswer
from core.interview.sitting import Sitting
from core.language.text import t


def interview_rating(item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the last answer, and its points to rate."""
    place, turn = len(sitting.turns) - 1, sitting.turns[-1]
    locked_head(item, turn)
    acts = RatingActs(
        rate=partial(rate_points, sitting, place),
        rest=partial(rate_rest, sitting, place),
        on=partial(show_and_count, sitting),
        label=t("Show the marks"),
    )
    interview_rate(item, turn, f"rate.{sitting.id}.{place}", acts)
    press_trouble()
    st.button(
        t("Choose another question"), type="tertiary", key="interview.other", on_click=partial(leave_sitting, sitting)
    )
