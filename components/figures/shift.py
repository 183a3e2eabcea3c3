"""Shift: what a tuned model scores when production requests stop looking like the training data."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from core.content.models import Content
from core.curve.curve import Axis, Curve, Dash, Line
from core.language.text import nt, t
from core.lesson_figures.score_illusions import even_share, shifted_accuracy
from core.numbers.number_format import percent

_FAMILIAR, _BASE = 90, 72


@st.fragment
def shift(_: Content) -> None:
    """Draws the tuned and the base model's accuracy against the share of strange requests."""
    left, right = st.columns(2, gap="medium")
    share = left.slider(t("Requests unlike the training data"), 0, 100, 30, format="%d %%", key="shift.traffic.share")
    strange = right.slider(t("Tuned model's score on those"), 30, 85, 50, format="%d %%", key="shift.model.strange")
    tuned = shifted_accuracy(_FAMILIAR, strange, share / 100)
    chart = Curve(
        t("The tuned model's accuracy falls with the share of strange requests; the base model's stays"),
        Axis(t("requests unlike the training data"), 0, 100, (0, 25, 50, 75, 100), "\u00a0%"),
        Axis(t("accuracy in production"), 30, 100, (40, 60, 80, 100), "\u00a0%"),
        (
            Line(t("Tuned"), ((0, _FAMILIAR), (100, strange)), "tune"),
            Line(t("Base"), ((0, _BASE), (100, _BASE)), "pre", Dash.DASH),
        ),
        (((share, tuned), f"{tuned:.0f}\u00a0%"),),
    )
    assumption = t(
        "the tuned model scores {familiar}\N{NO-BREAK SPACE}% on requests like its training data, the base model "
        "{base}\N{NO-BREAK SPACE}% on all. Measure yours on real requests.",
        familiar=_FAMILIAR,
        base=_BASE,
    )
    curve(chart, "shift", _finding(share, tuned, strange), assumption)


def _finding(share: int, tuned: float, strange: int) -> str:
    gap = round(tuned) - _BASE
    points = nt("{n} point", "{n} points", abs(gap))
    above = t("{points} above the base model", points=points)
    below = t("{points} below the base model", points=points)
    verdict = t("no better than the base model") if gap == 0 else above if gap > 0 else below
    even = even_share(_FAMILIAR, strange, _BASE)
    crossing = (
        t("They are even at {share}.", share=percent(even))
        if even is not None
        else t("It stays above the base model throughout.")
    )
    scores = t(
        "With {share}\N{NO-BREAK SPACE}% strange requests the tuned model scores {tuned}\N{NO-BREAK SPACE}%",
        share=share,
        tuned=round(tuned),
    )
    return f"{scores}, {verdict}. {crossing}"


FIGURE = LessonFigure(shift)
