"""Checks the figures of calculators against the results they are made from. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.calculator_page.figures import figures_of
from core.calculator_page.opened import open_address
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError, Fault, FaultyCalculatorError
from core.calculators.registry import calculators
from core.content.problems import Problem
from core.content.reference import Reference

_FILE = "core/calculator_page/figures.py"


def figure_problems(reference: Reference) -> Iterator[Problem]:
    """One problem for each calculator with a figure of results that it does not have, at its defaults or an example."""
    for calculator in calculators().values():
        cases = ({}, *(example.inputs for example in calculator.examples))
        faults = dict.fromkeys(fault for case in cases for fault in _faults(calculator, case, reference))
        for field, message in faults:
            yield Problem(_FILE, calculator.id, field, message)


def _faults(calculator: Calculator[Any], case: Mapping[str, object], reference: Reference) -> tuple[Fault, ...]:
    try:
        opened = open_address(calculator, {name: str(value) for name, value in case.items()}, reference)
    except BadInputsError:
        return ()  # what is wrong there is said of the calculator itself
    try:
        figures_of(opened, reference)
    except FaultyCalculatorError as error:
        return error.faults
    return ()
