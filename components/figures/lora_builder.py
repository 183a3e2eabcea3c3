"""The LoRA configuration builder: settings in, exact count and a script that runs out."""

import streamlit as st

from components import session
from components.figures import LessonFigure
from components.formula_lines import formula_lines
from components.lora_builder_inputs import lora_builder_inputs
from components.markup import el, remark, show
from core.calculators.model import Result
from core.content.models import Content
from core.language.numbers import written
from core.language.text import t
from core.lesson_figures.lora_address import LORA_PARAM, lora_param
from core.lesson_figures.lora_build import count_lora
from core.lesson_figures.lora_code import CHAPTER, LoraSettings, adapter_block, adapter_megabytes, lora_code
from core.numbers.number_format import compact

VALID = "lora-builder.valid"
"""Where a visit keeps the last settings that worked."""
_NAME = "lora-builder-count"


@st.fragment
def lora_builder(_: Content) -> None:
    """Draws the fields at the left, what they come to at the right; a wrong field keeps the last valid result.

    The address has the settings of that result.
    """
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="panel-lora-inputs"):
        settings, result = lora_builder_inputs()
    stale = result is None
    if result is None:
        settings = session.kept(VALID, CHAPTER)
        result, _problems = count_lora(settings, session.reference())
    else:
        session.keep(VALID, settings)
        session.put_param(LORA_PARAM, lora_param(settings))
    with right:
        if result is not None:
            _result(settings, result, stale)
            _code(settings, result)


def _result(settings: LoraSettings, result: Result, stale: bool) -> None:
    trained, total = int(result.value("trainable_params")), int(result.value("all_params"))
    share = result.value("trainable_pct")
    eyebrow = t("Trained parameters, at the last values that worked") if stale else t("Trained parameters")
    show(
        el("p", eyebrow, class_="ll-eyebrow", id=_NAME),
        el(
            "p",
            el("b", written(trained, ",")),
            el("span", t("{share} % of {total}", share=written(share, ".4f"), total=written(total, ","))),
            class_="ll-result",
            role="status",
            aria_labelledby=_NAME,
        ),
        class_="ll ll-stale" if stale else "ll",
    )
    kinds = result.steps[:-3]
    steps = result.steps[:-2] if len(kinds) > 1 else kinds  # one alone needs no sum
    show(formula_lines(steps, steps[-1]))
    scale = t("The adapter counts alpha ÷ rank = {scale} times.", scale=written(settings.scale, "g"))
    show(
        el(
            "p",
            t(
                "{scale} Its file takes {size} MB at 4 bytes a number.",
                scale=scale,
                size=compact(adapter_megabytes(trained)),
            ),
            class_="ll-note ll-assumed",
        )
    )
    show(*(remark(note, note=True) for note in result.notes))


def _code(settings: LoraSettings, result: Result) -> None:
    code = lora_code(settings, int(result.value("trainable_params")), result.value("trainable_pct"))
    show(el("h3", t("The code, with your settings")))
    st.code(adapter_block(code), language="python", wrap_lines=True)
    st.download_button(
        t("Save as train_lora.py"),
        code,
        file_name="train_lora.py",
        mime="text/x-python",
        icon=":material/download:",
        on_click="ignore",
        key="lora-builder.download",
    )
    with st.expander(t("The whole script"), icon=":material/code:", key="lora-builder.script"):
        st.code(code, language="python", wrap_lines=True)


FIGURE = LessonFigure(lora_builder, wide=True)
