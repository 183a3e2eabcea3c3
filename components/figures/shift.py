"""Shift: what a tuned model scores when production requests stop looking like the training data."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from core.content.models import Content
from core.curve import Axis, Curve, Dash, Line, percent
from core.score_illusions import even_share, shifted_accuracy

_FAMILIAR, _BASE = 90, 72


@st.fragment
def shift(_: Content) -> None:
    """Draws the tuned and the base model's accuracy against the share of strange requests."""
    left, right = st.columns(2, gap="medium")
    share = left.slider("Requests unlike the training data", 0, 100, 30, format="%d %%", key="shift.traffic.share")
    strange = right.slider("Tuned model's score on those", 30, 85, 50, format="%d %%", key="shift.model.strange")
    tuned = shifted_accuracy(_FAMILIAR, strange, share / 100)
    chart = Curve(
        "The tuned model's accuracy falls with the share of strange requests; the base model's stays",
        Axis("requests unlike the training data", 0, 100, (0, 25, 50, 75, 100), "\u00a0%"),
        Axis("accuracy in production", 30, 100, (40, 60, 80, 100), "\u00a0%"),
        (
            Line("Tuned", ((0, _FAMILIAR), (100, strange)), "tune"),
            Line("Base", ((0, _BASE), (100, _BASE)), "pre", Dash.DASH),
        ),
        (((share, tuned), f"{tuned:.0f}\u00a0%"),),
    )
    assumption = (
        f"the tuned model scores {_FAMILIAR}\u00a0% on requests like its training data, "
        f"the base model {_BASE}\u00a0% on all. Measure yours on real requests."
    )
    curve(chart, "shift", _finding(share, tuned, strange), assumption)


def _finding(share: int, tuned: float, strange: int) -> str:
    gap = tuned - _BASE
    verdict = "no better than" if abs(gap) < 0.5 else f"{abs(gap):.0f} points {'above' if gap > 0 else 'below'}"
    even = even_share(_FAMILIAR, strange, _BASE)
    crossing = f"They are even at {percent(even)}." if even is not None else "It stays above the base model throughout."
    scores = f"With {share}\u00a0% strange requests the tuned model scores {tuned:.0f}\u00a0%"
    return f"{scores}, {verdict} the base model. {crossing}"


FIGURE = LessonFigure(shift)
