"""Evaluation: which of three answers wins, depending on how much BLEU counts against how many readers are helped."""

from dataclasses import dataclass

import streamlit as st

from components.figures import LessonFigure
from components.markup import el, show
from components.share_rows import ShareRow, share_rows
from core.content.models import Content
from core.language.text import marked, t
from core.lesson_figures.score_illusions import bleu

_REFERENCE = marked("Your refund was issued today and arrives within five days.")
_READERS = 10


@dataclass(frozen=True)
class _Answer:
    """An answer to be judged, how many readers it helps, and the comment if it wins; empty for one that cannot."""

    text: str
    helped: int
    winning: str = ""


_ANSWERS = (
    _Answer(
        marked("Your refund was not issued today and arrives within five days."),
        0,
        marked("the winner says the opposite of the reference, in nearly its words."),
    ),
    _Answer(
        marked("We sent the money back; expect it by Monday."),
        9,
        marked("the winner helps, in words of its own."),
    ),
    _Answer(marked("Your refund was issued today."), 4),
)


@st.fragment
def evaluation(_: Content) -> None:
    """Draws the answers with their scores; the one that the evaluation would choose is marked."""
    weight = st.slider(t("How much BLEU counts"), 0, 100, 100, 10, format="%d %%", key="evaluation.score.weight")
    found = {answer: _score(answer, weight / 100) for answer in _ANSWERS}
    best = max(_ANSWERS, key=lambda answer: found[answer])
    show(el("p", t("Reference: “{text}”", text=t(_REFERENCE)), class_="ll-note"))
    share_rows([ShareRow(t(a.text), found[a], None, _words(a), marked=a is best) for a in _ANSWERS])
    finding = t("With {weight}\N{NO-BREAK SPACE}% BLEU in the score, {winning}", weight=weight, winning=t(best.winning))
    show(el("p", finding, role="status"))
    note = t("BLEU is computed here, against the one reference. How many readers an answer helps is our assumption.")
    show(el("p", note, class_="ll-note ll-assumed"))


def _score(answer: _Answer, weight: float) -> float:
    return weight * bleu(t(answer.text), t(_REFERENCE)) + (1 - weight) * answer.helped / _READERS


def _words(answer: _Answer) -> str:
    overlap = round(100 * bleu(t(answer.text), t(_REFERENCE)))
    told = {"overlap": overlap, "helped": answer.helped, "readers": _READERS}
    return t("BLEU {overlap}, helps {helped} of {readers} readers", **told)


FIGURE = LessonFigure(evaluation)
