"""The three steps of RLHF, one at a time: collect, score, optimize."""

import streamlit as st

from components.big_numbers import big_numbers
from components.curve.curve import curve
from components.figures import LessonFigure
from components.markup import el, rich, show
from core.content.models import Content
from core.curve import Axis, Curve, Dash, Line, percent
from core.preference_learning import best_distance, implied_preference, over_optimized

_STEPS = {
    "Collect": "rlhf-collects-preferences",
    "Score": "rlhf-trains-reward-model",
    "Optimize": "rlhf-optimizes-with-ppo",
}
_FLOW = {
    "Collect": (
        ("Goes in", "requests, and two answers of the model to each"),
        ("Comes out", "pairs: chosen, rejected"),
    ),
    "Score": (("Goes in", "the pairs"), ("Comes out", "a model that gives any answer a score")),
    "Optimize": (("Goes in", "the model and the score"), ("Comes out", "a model whose answers score higher")),
}
_GAIN, _TRUE_PENALTY, _SCORED_PENALTY = 1.0, 0.3, 0.2
_FAR = 30


@st.fragment
def rlhf_steps(content: Content) -> None:
    """Draws the step that is chosen, with something to move where there is something to see."""
    step = str(
        st.segmented_control(
            "Step of RLHF",
            list(_STEPS),
            default="Collect",
            required=True,
            format_func=lambda name: f"{list(_STEPS).index(name) + 1}  {name}",
            key="rlhf-steps.step",
            width="stretch",
        )
    )
    rows = [part for term, words in _FLOW[step] for part in (el("dt", term), el("dd", words))]
    show(rich("p", content.claim_by_id[_STEPS[step]].text), el("dl", *rows, class_="ll-io"), class_="ll ll-stack")
    if step == "Score":
        _score()
    elif step == "Optimize":
        _optimize()


def _score() -> None:
    gap = st.slider("Score of A minus score of B", -4.0, 4.0, 1.0, 0.5, key="rlhf-steps.score.gap")
    sure = implied_preference(gap)
    big_numbers((percent(sure), "of raters should choose A", "σ of the difference: Bradley–Terry"))
    chart = Curve(
        "The predicted preference rises with the difference of the scores",
        Axis("score of A minus score of B", -4, 4, (-4, -2, 0, 2, 4)),
        Axis("raters who choose A", 0, 100, (0, 25, 50, 75, 100), "\u00a0%"),
        (Line("Predicted", tuple((x / 4, 100 * implied_preference(x / 4)) for x in range(-16, 17)), "align"),),
        (((gap, 100 * sure), percent(sure)),),
    )
    finding = (
        f"A difference of {gap:g} predicts that {percent(sure)} choose A. "
        "Training moves the scores until such shares match the raters' choices."
    )
    curve(chart, "rlhf-score", finding, "two answers, with the difference set by hand.")


def _optimize() -> None:
    pushed = st.slider("How far you push from the start", 0, _FAR, 8, key="rlhf-steps.optimize.distance")
    liked = over_optimized(pushed, _GAIN, _TRUE_PENALTY)
    scored = over_optimized(pushed, _GAIN, _SCORED_PENALTY)
    chart = Curve(
        "The reward model's score goes on rising while what people like peaks and falls",
        Axis("distance from the starting model, √KL", 0, _FAR, (0, 10, 20, 30)),
        Axis("score, no unit", 0, 10, (0, 5, 10)),
        (_course("Reward model", _SCORED_PENALTY, "align"), _course("People", _TRUE_PENALTY, "", Dash.DASH)),
        (((pushed, scored), ""), ((pushed, liked), f"{liked:.1f}")),
    )
    peak = best_distance(_GAIN, _TRUE_PENALTY)
    state = "Push on: both still rise." if pushed < peak else "You are past it: the model now games the score."
    finding = (
        f"At distance {pushed} the reward model says {scored:.1f}, people would say {liked:.1f}. "
        f"What people like peaks at {peak:.0f}. {state}"
    )
    assumption = (
        "the shape was measured by Gao et al. (2022, arXiv:2210.10760); the numbers are ours. "
        "The KL term holds the model at a distance that you choose."
    )
    curve(chart, "rlhf-optimize", finding, assumption)


def _course(name: str, penalty: float, category: str, dash: Dash = Dash.SOLID) -> Line:
    points = tuple((x / 2, over_optimized(x / 2, _GAIN, penalty)) for x in range(2 * _FAR + 1))
    return Line(name, points, category, dash)


FIGURE = LessonFigure(rlhf_steps)
