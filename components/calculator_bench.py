"""A calculator at work: its fields at the left, what they come to at the right. A change reruns only this."""

import logging
from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import session
from components.address_note import address_note
from components.calculator_exports import calculator_exports
from components.calculator_facts import calculator_facts
from components.calculator_figure import calculator_figure
from components.calculator_form import follow_address, opened_now, problems_now
from components.calculator_formula import calculator_formula
from components.calculator_guess import calculator_guess
from components.calculator_headline import calculator_headline
from components.calculator_inputs import calculator_inputs
from components.calculator_prices import calculator_prices
from components.calculator_sources import calculator_sources
from components.calculator_verdicts import calculator_verdicts
from components.first_screen import first_screen
from components.markup import error_line, show
from components.shown_first import shown_first
from components.way_here import way_here
from core.calculator_page.figure import Figure
from core.calculator_page.figures import figures_of
from core.calculator_page.opened import Opened
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError, FaultyCalculatorError


@st.fragment
def calculator_bench(calculator: Calculator[Any], back: Mapping[str, str]) -> None:
    """Draws the form and the result that the address names; `back` is what the links beside it carry."""
    session.keep("way_back.left", (back, way_here()))
    try:
        opened = opened_now(calculator)
    except BadInputsError as error:  # of its own starting values: there is a mistake in its code
        logging.getLogger(__name__).error("%s: %s", calculator.id, error, exc_info=error)
        show(error_line(str(error)))
        return
    afresh = follow_address(opened)
    address_note(*opened.words)
    left, right = st.columns([4, 8], gap="large")
    result = right.container(key="result-calculator", gap="small")
    with result:
        guessed = calculator_guess(opened)
        if guessed:
            calculator_headline(opened, stale=bool(problems_now()))
            shown_first()
    with left, st.container(key="panel-calculator"):
        calculator_inputs(opened, afresh)
    with result:
        if guessed:
            _beneath(opened)


def _beneath(opened: Opened) -> None:
    figures = _figures(opened)
    first_screen()
    calculator_verdicts(opened)
    calculator_facts(opened)
    calculator_formula(opened)
    calculator_exports(opened, figures)
    calculator_sources(opened)
    calculator_prices(opened.calculator.id)


def _figures(opened: Opened) -> tuple[Figure, ...]:
    try:
        figures = figures_of(opened, session.reference())
    except FaultyCalculatorError as error:
        show(error_line(str(error)))
        return ()
    for number, figure in enumerate(figures):
        calculator_figure(figure, f"{opened.calculator.id}.{number}")
    return figures
