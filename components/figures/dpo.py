"""DPO on one pair: the learner moves margin and beta and sees the loss and the preference that they imply."""

import streamlit as st

from components.big_numbers import big_numbers
from components.curve.curve import curve
from components.figures import LessonFigure
from components.formula import formula
from core.content.models import Content
from core.curve import Axis, Curve, Dash, Line, percent
from core.preference_learning import dpo_loss, dpo_pull, implied_preference

_REACH = 40
_BETAS = (0.01, 0.05, 0.1, 0.2, 0.5)
_USUAL = 0.1


@st.fragment
def dpo(_: Content) -> None:
    """Draws the two dials, the loss as a curve with the learner's point, and the formula with the numbers in it."""
    left, right = st.columns(2, gap="medium")
    margin = left.slider("Margin, in nats", -_REACH, _REACH, 8, key="dpo.pair.margin")
    beta = right.select_slider("Beta", _BETAS, _USUAL, key="dpo.pair.beta")
    loss, sure, pull = dpo_loss(margin, beta), implied_preference(margin, beta), dpo_pull(margin, beta)
    big_numbers(
        (f"{loss:.3f}", "DPO loss of this pair", "0.693 before training: even odds"),
        (percent(sure), "implied preference for the chosen answer", "σ of beta × margin"),
        (percent(pull), "of the full pull on the weights is left", "σ of −beta × margin"),
    )
    lines = [_line(f"Beta {beta:g}", beta, Dash.SOLID)]
    if beta != _USUAL:
        lines.append(_line(f"Beta {_USUAL:g}", _USUAL, Dash.DASH))
    chart = Curve(
        "The DPO loss of one pair against its margin, falling from left to right",
        Axis("margin towards the chosen answer", -_REACH, _REACH, (-40, -20, 0, 20, 40)),
        Axis("loss, nats", 0, 4, (0, 1, 2, 3, 4)),
        tuple(lines),
        (((margin, loss), f"{loss:.2f}"),),
    )
    side = "the chosen answer" if margin > 0 else "the rejected answer" if margin < 0 else "neither answer"
    finding = (
        f"At margin {margin} and beta {beta:g} the model favours {side}: "
        f"it implies a preference of {percent(sure)} for the chosen one, and {percent(pull)} of the pull is left."
    )
    assumption = "one pair, with the margin set by hand. In training each pair has its own, and the model sets it."
    curve(chart, "dpo", finding, assumption)
    formula("−log σ(beta × margin)", f"−log σ({beta:g} × {margin:g})", f"{loss:.3f}")


def _line(name: str, beta: float, dash: Dash) -> Line:
    points = tuple((float(margin), dpo_loss(margin, beta)) for margin in range(-_REACH, _REACH + 1))
    return Line(name, points, "align" if dash is Dash.SOLID else "", dash)


FIGURE = LessonFigure(dpo)
