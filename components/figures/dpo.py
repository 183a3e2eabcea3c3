"""DPO on one pair: the learner moves margin and beta and sees the loss and the preference that they imply."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from components.formula import formula
from components.markup import number_row, show
from core.content.models import Content
from core.curve.curve import Axis, Curve, Dash, Line
from core.language.numbers import written
from core.language.text import t
from core.lesson_figures.preference_learning import dpo_loss, dpo_pull, implied_preference
from core.numbers.number_format import percent

_REACH = 40
_BETAS = (0.01, 0.05, 0.1, 0.2, 0.5)
_USUAL = 0.1


@st.fragment
def dpo(_: Content) -> None:
    """Draws the two dials, the loss as a curve with the learner's point, and the formula with the numbers in it."""
    left, right = st.columns(2, gap="medium")
    margin = left.slider(t("Margin, in nats"), -_REACH, _REACH, 8, key="dpo.pair.margin")
    beta = right.select_slider(t("Beta"), _BETAS, _USUAL, key="dpo.pair.beta", format_func=_figures)
    loss, sure, pull = dpo_loss(margin, beta), implied_preference(margin, beta), dpo_pull(margin, beta)
    show(
        number_row(
            (written(loss, ".3f"), t("DPO loss of this pair"), t("0.693 before training: even odds")),
            (percent(sure), t("implied preference for the chosen answer"), t("σ of beta × margin")),
            (percent(pull), t("of the full pull on the weights is left"), t("σ of −beta × margin")),
        )
    )
    lines = [_line(t("Beta {beta}", beta=_figures(beta)), beta, Dash.SOLID)]
    if beta != _USUAL:
        lines.append(_line(t("Beta {beta}", beta=_figures(_USUAL)), _USUAL, Dash.DASH))
    chart = Curve(
        t("The DPO loss of one pair against its margin, falling from left to right"),
        Axis(t("margin towards the chosen answer"), -_REACH, _REACH, (-40, -20, 0, 20, 40)),
        _losses(beta),
        tuple(lines),
        (((margin, loss), written(loss, ".2f")),),
    )
    side = t("the chosen answer") if margin > 0 else t("the rejected answer") if margin < 0 else t("neither answer")
    finding = t(
        "At margin {margin} and beta {beta} the model favours {side}: it implies a preference of {sure} for the "
        "chosen one, and {pull} of the pull is left.",
        margin=margin,
        beta=_figures(beta),
        side=side,
        sure=percent(sure),
        pull=percent(pull),
    )
    assumption = t("one pair, with the margin set by hand. In training each pair has its own, and the model sets it.")
    curve(chart, "dpo", finding, assumption)
    formula(
        t("−log σ(beta × margin)"),
        t("−log σ({beta} × {margin})", beta=_figures(beta), margin=_figures(margin)),
        written(loss, ".3f"),
    )


def _figures(number: float) -> str:
    return written(number, "g")


def _losses(beta: float) -> Axis:
    """The axis, as high as the largest loss that the dials allow; with a small beta as high as with the usual one."""
    most = _REACH * max(beta, _USUAL)
    return Axis(t("loss, nats"), 0, dpo_loss(-_REACH, max(beta, _USUAL)), tuple(most * part / 4 for part in range(5)))


def _line(name: str, beta: float, dash: Dash) -> Line:
    points = tuple((float(margin), dpo_loss(margin, beta)) for margin in range(-_REACH, _REACH + 1))
    return Line(name, points, "align" if dash is Dash.SOLID else "", dash)


FIGURE = LessonFigure(dpo)
