"""The LoRA rank as a dial: what each step costs in parameters, and what the chapter says it is for."""

import streamlit as st

from components import session
from components.curve.curve import curve
from components.figures import LessonFigure
from core.calculators.lora_params import LoraInputs, compute
from core.content.models import Content
from core.curve.curve import Axis, Band, Curve, Line
from core.language.numbers import written
from core.language.text import marked, t
from core.lesson_figures.lora_code import CHAPTER
from core.numbers.number_format import compact

_RANKS = (1, 2, 4, 8, 16, 32, 64, 128)
_USES = {"rank-for-style": marked("simple style"), "rank-for-task": marked("complex task")}
_EXAMPLES = 500


@st.fragment
def rank(content: Content) -> None:
    """Draws trained parameters against rank, with the chapter's two ranges as bands."""
    chosen = st.select_slider(t("Rank"), _RANKS, 16, key="rank.adapter.rank")
    trained = _trained(chosen)
    bands = _bands(content)
    chart = Curve(
        t("Trained parameters grow in step with the rank"),
        Axis(t("rank, doubling"), 1, 128, (1, 4, 8, 16, 32, 64, 128), doubling=True),
        Axis(t("trained parameters, millions"), 0, 40, (0, 10, 20, 30, 40)),
        (Line("LoRA", tuple((float(each), _trained(each) / 1e6) for each in range(1, 129)), "tune"),),
        (((chosen, trained / 1e6), f"{compact(trained)}"),),
        bands,
    )
    use = next(
        (t("inside the chapter's range for a {name}", name=b.name) for b in bands if b.low <= chosen <= b.high), None
    )
    place = use or t("outside both of the chapter's ranges")
    finding = t(
        "Rank {chosen} trains {trained} parameters, {place}. With {examples} examples that is {share} parameters "
        "per example to overfit with.",
        chosen=chosen,
        trained=written(trained, ","),
        place=place,
        examples=_EXAMPLES,
        share=written(trained // _EXAMPLES, ","),
    )
    assumption = t(
        "the count is exact for the chapter's model and modules; the ranges are the chapter's. {examples} examples "
        "are our choice, and more parameters per example only mean more room to overfit.",
        examples=_EXAMPLES,
    )
    curve(chart, "rank", finding, assumption)


def _trained(rank_: int) -> int:
    inputs = LoraInputs(model=CHAPTER.model_id, target_modules="+".join(CHAPTER.targets), r=rank_)
    return int(compute(inputs, session.reference()).value("trainable_params"))


def _bands(content: Content) -> tuple[Band, ...]:
    figures = {name: content.claim_by_id[claim].figures[0] for claim, name in _USES.items()}
    return tuple(Band(figure.low, figure.high or figure.low, t(name)) for name, figure in figures.items())


FIGURE = LessonFigure(rank)
