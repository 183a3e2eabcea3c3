"""Rows of key points, each with the learner's rating: said it, partly, no."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from components import session
from components.spoken_label import spoken_label
from core.content.interview_items import KeyPoint
from core.interview.verdicts import Verdict
from core.language.text import marked, t

_WORDS = {Verdict.COVERED: marked("Said it"), Verdict.NOT_SURE: marked("Partly"), Verdict.MISSING: marked("No")}


Rate = Callable[[dict[str, Verdict]], Any]


def interview_ratings(key: str, points: Sequence[KeyPoint], own: Mapping[str, Verdict], rate: Rate) -> None:
    """Draws the rows; `rate` gets a point with its new verdict."""
    with st.container(key=f"ratings-{key}", gap=None):
        for number, point in enumerate(points, 1):
            name = f"{key}.{point.id}"
            if session.widget_value(name) is None and point.id in own:
                session.set_widget_value(name, own[point.id])
            st.segmented_control(
                f"{number}.\N{NO-BREAK SPACE}{spoken_label(point.text)}",  # with a plain space it would be a list
                list(_WORDS),
                format_func=lambda verdict: t(_WORDS[verdict]),
                key=name,
                required=True,
                on_change=partial(_rated, rate, name, point.id),
            )


def _rated(rate: Rate, name: str, point: str) -> None:
    verdict: Verdict | None = session.widget_value(name)
    if verdict is not None:
        rate({point: verdict})
