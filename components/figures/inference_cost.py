"""Inference cost: training is paid for once, a dearer token with every answer, and a shorter prompt wins it back."""

import streamlit as st

from components.figures import LessonFigure
from components.markup import el, show
from components.share_rows import ShareRow, share_rows
from core.content.models import Content
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import percent, ratio, usd, usd_in_full

_CALLS_A_MONTH = 100_000
_CALL_USD = 0.001
_TRAINING_USD = 22.5
_YEAR_USD = 12 * _CALLS_A_MONTH * _CALL_USD
_TIMES = (1, 1.5, 2, 2.5, 3, 3.5, 4)
_MOST_USD = _TIMES[-1] * _YEAR_USD


@st.fragment
def inference_cost(_: Content) -> None:
    """Draws what training costs beside a year of answers, from the base model and from the tuned one."""
    left, right = st.columns(2, gap="medium")
    dearer, shorter = t("Price of a token, times the base model's"), t("Tokens that a shorter prompt saves")
    times = left.select_slider(dearer, _TIMES, 2, format_func=_times, key="inference-cost.tuned.times")
    saved = right.slider(shorter, 0, 80, 30, 5, format="%d %%", key="inference-cost.tuned.saved")
    year = _YEAR_USD * times * (1 - saved / 100)
    rows = {
        t("Training, once"): _TRAINING_USD,
        t("A year of answers, base model"): _YEAR_USD,
        t("A year of answers, fine-tuned"): year,
    }
    share_rows([ShareRow(name, cost / _MOST_USD, None, number=usd_in_full(cost)) for name, cost in rows.items()])
    show(el("p", _finding(times, year), role="status"))
    note = t(
        "{calls} calls a month at {call} each with the base model are our assumption; {training} is 7.5 million tokens "
        "at the chapter's $3. The chapter says 2–4 times.",
        calls=written(_CALLS_A_MONTH, ","),
        call=usd(_CALL_USD),
        training=usd(_TRAINING_USD),
    )
    show(el("p", note, class_="ll-note ll-assumed"))


def _times(times: float) -> str:
    return written(times, "g")


def _finding(times: float, year: float) -> str:
    more = round(year - _YEAR_USD)
    told = {"amount": usd_in_full(abs(more)), "ratio": ratio(abs(more) / _TRAINING_USD)}
    beside = (
        t("A year costs as much as with the base model.")
        if more == 0
        else t("A year costs {amount} more than with the base model, {ratio} times the training.", **told)
        if more > 0
        else t("A year costs {amount} less than with the base model, {ratio} times the training.", **told)
    )
    even = t(
        "At {times} times the price both cost the same once the prompt saves {share} of the tokens.",
        times=_times(times),
        share=percent(1 - 1 / times),
    )
    return f"{beside} {even}" if times > 1 else beside


FIGURE = LessonFigure(inference_cost)
