"""Worked, then faded: the same case solved, with two blanks, and empty; each blank is checked at once."""

from typing import Any

import streamlit as st

from components import session
from components.drawer import drawer
from components.markup import cited, el, error_line, icon, show
from core.calculator_page.given import given_words
from core.calculators.faded import FadedCase, FadedStep, faded_cases, is_right
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError
from core.language.in_force import ENGLISH, in_force
from core.language.text import marked, t

_LEVELS = (marked("Solved"), marked("Two blanks"), marked("Empty"))


@st.fragment
def calculator_practice(calculator: Calculator[Any]) -> None:
    """Draws the section, closed until it is asked for."""
    if not calculator.examples:
        return
    key = f"calculator-practice.{calculator.id}"
    with drawer(t("Practise this calculation"), key, "exercise") as is_open:
        if not is_open:
            return
        level = st.segmented_control(
            t("How much is filled in"), _LEVELS, default=_LEVELS[0], format_func=t, required=True, key=f"{key}.level"
        )
        place = _LEVELS.index(str(level))
        try:
            example, reference = calculator.examples[0], session.reference()
            case = faded_cases(calculator, example, reference)[place]
        except BadInputsError as error:
            show(error_line(str(error)))
        else:
            _case(case, given_words(calculator, example, case, reference), f"{key}.{place}")


def _case(case: FadedCase, given: str, key: str) -> None:
    solved = not any(step.is_blank for step in case.steps)
    language = {} if in_force() == ENGLISH else {"lang": "en"}
    show(
        el("h2", case.title, class_="sub", **language) if solved else None,  # it says what is looked for
        el("p", t("Given: {given}.", given=given) if given else t("Given: the starting values.")),
        None if solved else el("p", t("Everything else is as in the solved case."), class_="ll-note"),
    )
    for number, step in enumerate(case.steps):
        with st.container(key=f"worked-{key}-{number}", gap="xsmall"):
            _step(step, f"{key}.{number}")
    show(cited("p", t("Source of the case: {source}", source=case.source), class_="ll-note"))


def _step(step: FadedStep, key: str) -> None:
    numbers = step.numbers if step.numbers is not None else t("your numbers")
    shown = el("b", step.result) if step.result is not None else el("em", "?")
    show(el("div", el("div", el("em", step.words)), el("div", f"{numbers} = ", shown), class_="ll-formula"))
    if not step.is_blank:
        return
    typed = st.text_input(
        t("Result of “{words}”", words=step.words.partition(":")[0]),
        key=key,
        max_chars=60,
        placeholder=t("such as 4.6M"),
    )
    if typed:
        _feedback(step, typed, key)


def _feedback(step: FadedStep, typed: str, key: str) -> None:
    right = is_right(typed, step)
    if right is None:
        show(error_line(t("Write a number, with or without its unit."), key))
        return
    symbol, tone = ("check_circle", "ll-ok") if right else ("cancel", "ll-no")
    word = t("Right.") if right else t("Not quite.")
    text = f"{step.answer.numbers} = {step.answer.result}"
    show(
        el(
            "p",
            el("span", icon(symbol), el("span", word), class_=f"ll-verdict {tone}"),
            f" {text}",
            role="status",
        )
    )
