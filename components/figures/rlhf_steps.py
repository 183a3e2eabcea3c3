"""The three steps of RLHF, one at a time: collect, score, optimize."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from components.markup import description_list, number_row, rich, show
from core.content.models import Content
from core.curve.curve import Axis, Curve, Dash, Line
from core.language.numbers import written
from core.language.text import marked, t
from core.lesson_figures.preference_learning import best_distance, implied_preference, over_optimized
from core.numbers.number_format import percent

_STEPS = {
    marked("Collect"): "rlhf-collects-preferences",
    marked("Score"): "rlhf-trains-reward-model",
    marked("Optimize"): "rlhf-optimizes-with-ppo",
}
_FLOW = {
    "Collect": (
        (marked("Goes in"), marked("requests, and the model's two answers to each")),
        (marked("Comes out"), marked("pairs: chosen, rejected")),
    ),
    "Score": (
        (marked("Goes in"), marked("the pairs")),
        (marked("Comes out"), marked("a model that gives any answer a score")),
    ),
    "Optimize": (
        (marked("Goes in"), marked("the model and the score")),
        (marked("Comes out"), marked("a model whose answers score higher")),
    ),
}
_GAPS = tuple(half / 2 for half in range(-8, 9))
_GAIN, _TRUE_PENALTY, _SCORED_PENALTY = 1.0, 0.3, 0.2
_FAR = 28
"""Where people like the answers no better than at the start; from there on the fitted form falls below 0."""


@st.fragment
def rlhf_steps(content: Content) -> None:
    """Draws the step that is chosen, with something to move where there is something to see."""
    step = str(
        st.segmented_control(
            t("Step of RLHF"),
            list(_STEPS),
            default="Collect",
            required=True,
            format_func=lambda name: f"{list(_STEPS).index(name) + 1}  {t(name)}",
            key="rlhf-steps.step",
            width="stretch",
        )
    )
    flow = description_list((t(term), t(words)) for term, words in _FLOW[step])
    show(rich("p", content.claim_by_id[_STEPS[step]].text), flow, class_="ll ll-stack")
    if step == "Score":
        _score()
    elif step == "Optimize":
        _optimize()


def _score() -> None:
    label, key = t("Score of A minus score of B"), "rlhf-steps.score.gap"
    gap = st.select_slider(label, _GAPS, 1.0, key=key, format_func=lambda gap: written(gap, "g"))
    sure = implied_preference(gap)
    show(number_row((percent(sure), t("of raters should choose A"), t("σ of the difference: Bradley–Terry"))))
    chart = Curve(
        t("The predicted preference rises with the difference of the scores"),
        Axis(t("score of A minus score of B"), -4, 4, (-4, -2, 0, 2, 4)),
        Axis(t("raters who choose A"), 0, 100, (0, 25, 50, 75, 100), "\u00a0%"),
        (Line(t("Predicted"), tuple((x / 4, 100 * implied_preference(x / 4)) for x in range(-16, 17)), "align"),),
        (((gap, 100 * sure), percent(sure)),),
    )
    finding = t(
        "A difference of {gap} predicts that {share} choose A. Training moves the scores until such shares match "
        "the raters' choices.",
        gap=written(gap, "g"),
        share=percent(sure),
    )
    curve(chart, "rlhf-score", finding, t("two answers, with the difference set by hand."))


def _optimize() -> None:
    pushed = st.slider(t("How far you push from the start"), 0, _FAR, 8, key="rlhf-steps.optimize.distance")
    liked = over_optimized(pushed, _GAIN, _TRUE_PENALTY)
    scored = over_optimized(pushed, _GAIN, _SCORED_PENALTY)
    chart = Curve(
        t("The reward model's score goes on rising while what people like peaks and falls"),
        Axis(t("distance from the starting model, √KL"), 0, _FAR, (0, 7, 14, 21, 28)),
        Axis(t("score, no unit"), 0, 10, (0, 5, 10)),
        (_course(t("Reward model"), _SCORED_PENALTY, "align"), _course(t("People"), _TRUE_PENALTY, "", Dash.DASH)),
        (((pushed, scored), ""), ((pushed, liked), written(liked, ".1f"))),
    )
    peak = round(best_distance(_GAIN, _TRUE_PENALTY))
    finding = t(
        "At distance {pushed} the reward model says {scored}, people would say {liked}. What people like peaks at "
        "{peak}. {state}",
        pushed=pushed,
        scored=written(scored, ".1f"),
        liked=written(liked, ".1f"),
        peak=peak,
        state=_beside_peak(pushed - peak),
    )
    assumption = t(
        "the shape was measured by Gao et al. (2022, arXiv:2210.10760); the numbers are ours. "
        "The KL term holds the model at a distance that you choose."
    )
    curve(chart, "rlhf-optimize", finding, assumption)


def _beside_peak(past: int) -> str:
    if past == 0:
        return t("You are there: from here on only the score rises.")
    return t("Push on: both still rise.") if past < 0 else t("You are past it: the model now games the score.")


def _course(name: str, penalty: float, category: str, dash: Dash = Dash.SOLID) -> Line:
    points = tuple((x / 2, over_optimized(x / 2, _GAIN, penalty)) for x in range(2 * _FAR + 1))
    return Line(name, points, category, dash)


FIGURE = LessonFigure(rlhf_steps)
