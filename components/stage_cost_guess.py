"""A guess at what a stop of the pipeline costs, before its cost shows. It can be skipped."""

import streamlit as st

from components import session
from components.guess_field import guess_field
from components.lost_focus import lost_focus
from components.markup import el, show
from components.own_guess import SKIPS, own_guess
from core.calculator_page.stage_cost import compare_cost, stated_cost
from core.content.lessons import CostGuess
from core.content.models import Content
from core.language.text import t
from core.numbers.figures import figure_text
from core.numbers.number_format import compact

_CAME = "stage-guess.came"


def stage_cost_guess(content: Content, stage_id: str, guess: CostGuess) -> bool:
    """Draws the question, or how the guess compares; returns whether the cost may be shown.

    Who skipped such a question before, or came by a link from another page, is not asked.
    """
    given = own_guess(_name(stage_id))
    if session.take(_CAME):
        lost_focus(f"#stage-{stage_id}")
    if isinstance(given, float):
        _compare(content, guess, given)
        return True
    if own_guess(SKIPS) is not None or "from" in session.params():
        return True
    _ask(stage_id, guess)
    return False


def _name(stage_id: str) -> str:
    return f"stage-guess.{stage_id}"


def _ask(stage_id: str, guess: CostGuess) -> None:
    name = _name(stage_id)
    with st.container(key=f"guess-{name}", width=420, gap="small"):
        show(el("p", t("Guess first"), class_="ll-eyebrow"), el("p", el("strong", guess.question)))
        guess_field(name, "$", t("Show the cost"), _come)


def _come(_: object) -> None:
    session.keep(_CAME, True)


def _compare(content: Content, guess: CostGuess, given: float) -> None:
    stated = stated_cost(content, guess)
    compared = compare_cost(given, stated)
    words = t(
        "You guessed {guess}; the chapter says {stated}, a ratio of {ratio}.",
        guess=compared.guess,
        stated=figure_text(stated),
        ratio=compact(compared.ratio),
    )
    show(el("p", words, " ", el("strong", compared.words), class_="ll-note", role="status"))
