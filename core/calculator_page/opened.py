"""Opens a calculator from an address: sound inputs, their result, and a sentence on what was ignored. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.calculator_page.on_the_form import on_the_form
from core.calculators.address import NAMES_OF_THE_PAGE, PASSED_OVER, address, parse_address, passed_over
from core.calculators.evaluation import evaluate
from core.calculators.model import Calculator, Inputs, Result
from core.calculators.problems import BadInputsError, FaultyCalculatorError, Problem
from core.calculators.reading import read_inputs
from core.calculators.result_checks import left_out
from core.content.nearest import CHOOSE, hint_for
from core.content.reference import Reference
from core.language.text import t

PAGE_NAMES = NAMES_OF_THE_PAGE | {"from"}
"""Names in the address that belong to the page; `from` carries the decision that a visitor came from."""


_MOST_NAMES = 6


@dataclass(frozen=True)
class Opened:
    """A calculator with inputs that can be computed, their result, and what in the address was ignored."""

    calculator: Calculator[Any]
    inputs: Inputs
    result: Result
    words: tuple[str, ...] = ()


def choose_calculator(
    found: tuple[Calculator[Any], ...], params: Mapping[str, str]
) -> tuple[Calculator[Any], tuple[str, ...]]:
    """The calculator that `calc` names, the first one otherwise, and a sentence when it names none."""
    wanted = params.get("calc", found[0].id)
    by_id = {calculator.id: calculator for calculator in found}
    if wanted in by_id:
        return by_id[wanted], ()
    hint = hint_for(wanted[:40], by_id)
    return found[0], (t("The address names no calculator “{wanted}”; {hint}", wanted=wanted[:40], hint=hint),)


def open_address(calculator: Calculator[Any], params: Mapping[str, str], reference: Reference) -> Opened:
    """The inputs in an address. What is unknown or cannot be computed is ignored, with a sentence.

    Raises:
        BadInputsError: the calculator has a mistake; not even its own starting values come to a result.
    """
    own = {name: value for name, value in params.items() if name not in PAGE_NAMES}
    inputs, said = parse_address(calculator, own)
    words = tuple(_shorter(sentence) for sentence in said)
    try:
        return Opened(calculator, inputs, _shown(calculator, inputs, reference), words)
    except BadInputsError as error:
        if not own:
            raise
        bad = {problem.field for problem in error.problems if problem.field in own}
        again_said = tuple(passed_over(problem.sentence) for problem in error.problems)
        rest = {name: value for name, value in own.items() if name not in bad} if bad else {}
        again = open_address(calculator, rest, reference)
        return Opened(calculator, again.inputs, again.result, tuple(dict.fromkeys((*words, *again_said, *again.words))))


def read_form(
    calculator: Calculator[Any], raw: Mapping[str, object], reference: Reference
) -> tuple[Inputs | None, tuple[Problem, ...]]:
    """The inputs that a form's values make, or what is wrong with them, in the words of the form."""
    inputs, problems = read_link(calculator, raw, reference)
    return inputs, tuple(Problem(problem.field, on_the_form(calculator, problem.sentence)) for problem in problems)


def read_link(
    calculator: Calculator[Any], raw: Mapping[str, object], reference: Reference
) -> tuple[Inputs | None, tuple[Problem, ...]]:
    """The inputs that a link's values make, or what is wrong with them, in the names that links use."""
    try:
        inputs = read_inputs(calculator.inputs, raw)
        _shown(calculator, inputs, reference)
    except BadInputsError as error:
        return None, error.problems
    return inputs, ()


def address_of(calculator: Calculator[Any], inputs: Inputs, params: Mapping[str, str]) -> dict[str, str]:
    """The address of these inputs, with what else the page keeps in it."""
    kept = {name: value for name, value in params.items() if name in PAGE_NAMES and name != "calc"}
    return {"calc": calculator.id, **address(calculator, inputs), **kept}


def _shown(calculator: Calculator[Any], inputs: Inputs, reference: Reference) -> Result:
    """A result with a first quantity, which a page shows as its headline."""
    result = evaluate(calculator, inputs, reference)
    if not result.quantities:
        raise FaultyCalculatorError(left_out(result))
    return result


def _shorter(sentence: str) -> str:
    """A sentence whose list of known names is cut after the first few."""
    before, mark, names = sentence.partition(t(CHOOSE, names="").rstrip("."))
    several = names.split(", ")
    if not mark or len(several) <= _MOST_NAMES:
        return sentence
    rest = f". {t(PASSED_OVER)}" if t(PASSED_OVER) in names else "."
    more = t(" and {count} more", count=len(several) - _MOST_NAMES)
    return f"{before}{mark}{', '.join(several[:_MOST_NAMES])}{more}{rest}"
