"""A guess before the result: predict, then see guess, answer and ratio. It can be skipped."""

from functools import partial
from typing import Any

import streamlit as st

from components import session
from components.guess_field import SKIPPED, guess_field
from components.markup import el, show
from components.own_guess import SKIPS, own_guess
from components.scroll_to import scroll_to
from core.calculator_page.guess import compare_guess, compare_stated, is_guess
from core.calculator_page.headline import headline, is_stated_range
from core.calculator_page.opened import PAGE_NAMES, Opened
from core.language.text import t
from core.numbers.number_format import compact, unit_words

_OPEN = "open"
_CAME = "calculator-guess.came"


def calculator_guess(opened: Opened) -> bool:
    """Draws the question, or how the guess compares; returns whether the result may be shown."""
    calculator_id = opened.calculator.id
    state: Any = session.kept(_name(calculator_id)) or _first_state(calculator_id)
    if state == _OPEN:
        _ask(opened)
        return False
    if isinstance(state, float):
        _answer(opened, state)
    if session.take(_CAME) == calculator_id:
        scroll_to(f"result-{calculator_id}", block="nearest", yields=True)
    return True


def _name(calculator_id: str) -> str:
    return f"calculator-guess.{calculator_id}"


def _first_state(calculator_id: str) -> float | str:
    """A visitor with numbers in the address came for those; one who guessed or skipped before is not asked again."""
    came_with_numbers = bool(set(session.params()) - PAGE_NAMES)
    before = own_guess(_name(calculator_id))
    comparable = before if not isinstance(before, float) or is_guess(before) else None
    state = SKIPPED if came_with_numbers else comparable or own_guess(SKIPS) or _OPEN
    session.keep(_name(calculator_id), state)
    return state


def _ask(opened: Opened) -> None:
    calculator_id = opened.calculator.id
    label = headline(opened).label.partition(":")[0]  # what comes after would give the answer away
    show(
        el("p", t("Guess first"), class_="ll-eyebrow"),
        el("h2", t("{label}: what do you expect?", label=label)),
        el("p", t("A guess, even a wild one, makes the answer stick. It is not scored."), class_="ll-lede"),
    )
    with st.container(key=f"guess-{calculator_id}", width=420):
        given = partial(_keep, calculator_id)
        guess_field(_name(calculator_id), _unit(opened), t("Show the result"), given, primary=True)


def _unit(opened: Opened) -> str:
    unit = opened.result.quantities[0].unit.value
    return {"usd": "$", "h": t("hours")}.get(unit) or unit_words(unit)


def _keep(calculator_id: str, given: float | str) -> None:
    session.keep(_name(calculator_id), given)
    session.keep(_CAME, calculator_id)


def _answer(opened: Opened, guess: float) -> None:
    # what was guessed is the result of that moment: it stays while the inputs go on changing
    name = f"{_name(opened.calculator.id)}.answer"
    asked, stated = session.kept(name) or (opened.result.quantities[0], is_stated_range(opened))
    session.keep(name, (asked, stated))
    compared = (compare_stated if stated else compare_guess)(guess, asked)
    show(
        el(
            "p",
            t(
                "You guessed {guess}; computed {computed}, a ratio of {ratio}.",
                guess=compared.guess,
                computed=compared.answer,
                ratio=compact(compared.ratio),
            ),
            " ",
            el("strong", compared.words),
            class_="ll-note",
            role="status",
        )
    )
