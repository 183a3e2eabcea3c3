"""Forgetting: two scores over the length of training, one that you wanted and one that you pay with."""

import streamlit as st

from components.curve.curve import curve
from components.figures import LessonFigure
from core.content.models import Content
from core.curve.curve import Axis, Curve, Dash, Line
from core.language.numbers import written
from core.language.text import marked, nt, t
from core.lesson_figures.score_illusions import FULL_TUNING, LORA_TUNING, Forgetting

_METHODS = {marked("Full"): FULL_TUNING, "LoRA": LORA_TUNING}
_MOST = 8


@st.fragment
def forgetting(_: Content) -> None:
    """Draws the task's score and the general one against epochs, for full fine-tuning or LoRA."""
    left, right = st.columns(2, gap="medium", vertical_alignment="top")
    method = left.segmented_control(
        t("Method"),
        list(_METHODS),
        default="Full",
        format_func=t,
        required=True,
        key="forgetting.run.method",
        width="stretch",
    )
    epochs = right.slider(t("Length of training, epochs"), 0, _MOST, 3, key="forgetting.run.epochs")
    course = _METHODS[str(method)]
    task, general = 100 * course.task(epochs), 100 * course.general(epochs)
    chart = Curve(
        t("{method}: the task's score rises and levels off, the general score falls", method=t(str(method))),
        Axis(t("epochs"), 0, _MOST, (0, 2, 4, 6, 8)),
        Axis(t("score"), 30, 100, (40, 60, 80, 100)),
        _lines(course),
        (((epochs, task), f"{task:.0f}"), ((epochs, general), f"{general:.0f}")),
    )
    finding = t(
        "{method}, {epochs}: the task went from {task_start} to {task}, the general score from "
        "{general_start} to {general}, {points} lost.",
        method=t(str(method)),
        epochs=nt("{n} epoch", "{n} epochs", epochs),
        task_start=written(100 * course.task_start, ".0f"),
        task=written(task, ".0f"),
        general_start=written(100 * course.general_start, ".0f"),
        general=written(general, ".0f"),
        points=nt("{n} point", "{n} points", round(100 * course.general_start - general)),
    )
    assumption = t(
        "the curves are set so that three epochs of full fine-tuning lift the task from 71 to 84 and cost 10 points. "
        "That LoRA loses a third as much is our assumption; that it forgets less has been measured."
    )
    curve(chart, "forgetting", finding, assumption)


def _lines(course: Forgetting) -> tuple[Line, ...]:
    steps = [step / 4 for step in range(4 * _MOST + 1)]
    return (
        Line(t("Your task"), tuple((step, 100 * course.task(step)) for step in steps), "tune"),
        Line(t("General"), tuple((step, 100 * course.general(step)) for step in steps), "pre", Dash.DASH),
    )


FIGURE = LessonFigure(forgetting)
