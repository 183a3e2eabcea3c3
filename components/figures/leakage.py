"""Leakage: how far the measured score rises above the true one when test examples stood in the training set."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from core.content.models import Content
from core.curve.curve import Axis, Curve, Dash, Line
from core.language.text import nt, t
from core.lesson_figures.score_illusions import apparent_score

_MOST = 50


@st.fragment
def leakage(_: Content) -> None:
    """Draws the measured and the true score against the leaked share."""
    left, right = st.columns(2, gap="medium")
    leaked = left.slider(t("Leaked share of the test"), 0, _MOST, 20, format="%d %%", key="leakage.test.share")
    true = right.slider(t("True score"), 40, 95, 70, format="%d %%", key="leakage.test.true")
    apparent = 100 * apparent_score(true / 100, leaked / 100)
    measured = tuple((float(share), 100 * apparent_score(true / 100, share / 100)) for share in range(_MOST + 1))
    chart = Curve(
        t("The measured score rises with the leaked share while the true score stays"),
        Axis(t("leaked share of the test"), 0, _MOST, (0, 10, 20, 30, 40, 50), "\u00a0%"),
        Axis(t("score"), 40, 100, (40, 60, 80, 100), "\u00a0%"),
        (Line(t("Measured"), measured, "tune"), Line(t("True"), ((0, true), (_MOST, true)), dash=Dash.DASH)),
        (((leaked, apparent), f"{apparent:.0f}\u00a0%"),),
    )
    finding = t(
        "With {leaked}\N{NO-BREAK SPACE}% of the test leaked you measure {apparent}\N{NO-BREAK SPACE}%, {points} "
        "above the true {true}\N{NO-BREAK SPACE}%.",
        leaked=leaked,
        apparent=round(apparent),
        points=nt("{n} point", "{n} points", round(apparent) - true),
        true=true,
    )
    curve(
        chart, "leakage", finding, t("the model answers every leaked example right and all others at the true score.")
    )


FIGURE = LessonFigure(leakage)
