"""Forgetting: two scores over the length of training, one that you wanted and one that you pay with."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from core.content.models import Content
from core.curve import Axis, Curve, Dash, Line
from core.score_illusions import FULL_TUNING, LORA_TUNING, Forgetting

_METHODS = {"Full": FULL_TUNING, "LoRA": LORA_TUNING}
_MOST = 8


@st.fragment
def forgetting(_: Content) -> None:
    """Draws the task's score and the general one against epochs, for full fine-tuning or LoRA."""
    left, right = st.columns(2, gap="medium", vertical_alignment="top")
    method = left.segmented_control(
        "Method", list(_METHODS), default="Full", required=True, key="forgetting.run.method", width="stretch"
    )
    epochs = right.slider("Length of training, epochs", 0, _MOST, 3, key="forgetting.run.epochs")
    course = _METHODS[str(method)]
    task, general = 100 * course.task(epochs), 100 * course.general(epochs)
    chart = Curve(
        f"{method}: the task's score rises and levels off, the general score falls",
        Axis("epochs", 0, _MOST, (0, 2, 4, 6, 8)),
        Axis("score", 30, 100, (40, 60, 80, 100)),
        _lines(course),
        (((epochs, task), f"{task:.0f}"), ((epochs, general), f"{general:.0f}")),
    )
    lost = 100 * course.general_start - general
    finding = (
        f"{method}, {epochs} epochs: the task went from {100 * course.task_start:.0f} to {task:.0f}, "
        f"the general score from {100 * course.general_start:.0f} to {general:.0f}, {lost:.0f} points lost."
    )
    assumption = (
        "the curves are set so that three epochs of full fine-tuning lift the task from 71 to 84 and cost 10 points. "
        "That LoRA loses a third as much is our assumption; that it forgets less has been measured."
    )
    curve(chart, "forgetting", finding, assumption)


def _lines(course: Forgetting) -> tuple[Line, ...]:
    steps = [step / 4 for step in range(4 * _MOST + 1)]
    return (
        Line("Your task", tuple((step, 100 * course.task(step)) for step in steps), "tune"),
        Line("General", tuple((step, 100 * course.general(step)) for step in steps), "pre", Dash.DASH),
    )


FIGURE = LessonFigure(forgetting)
