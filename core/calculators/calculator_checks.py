"""Checks a calculator as it is written: its fields, its examples, the claims that it names. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Calculator, Example
from core.calculators.problems import BadInputsError, Fault, FaultyCalculatorError
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators, file_of
from core.calculators.result_checks import left_out
from core.content.base import SLUG_PATTERN
from core.content.findings import dangling
from core.content.models import Content
from core.content.problems import Problem, wrong_form
from core.content.reference import Reference


def calculator_problems(content: Content, reference: Reference) -> tuple[Problem, ...]:
    """One problem for each mistake in a calculator of the registry, under the file that defines it.

    Args:
        content: where the claims stand that calculators name.
        reference: the tables that examples are computed with.
    """
    return tuple(
        Problem(file_of(one.id), one.id, field, message)
        for one in calculators().values()
        for field, message in problems_with(one, content, reference)
    )


def problems_with(calculator: Calculator[Any], content: Content, reference: Reference) -> Iterator[Fault]:
    """What is wrong with one calculator: the field, and what to do."""
    yield from _named(calculator)
    yield from _asked(calculator)
    yield from _exemplified(calculator, reference)
    for *_, field, message in dangling("calculators", calculator.id, "claims", calculator.claims, content.claim_by_id):
        yield field, message


def _named(calculator: Calculator[Any]) -> Iterator[Fault]:
    if not re.fullmatch(SLUG_PATTERN, calculator.id):
        yield "id", wrong_form(calculator.id, SLUG_PATTERN)
    if not calculator.question.endswith("?"):
        yield "question", f"{calculator.question!r} is no question; end it with a question mark"
    if not calculator.claims:
        yield "claims", "is empty; name claims that it computes, since pages and search lead to it by them"


def _asked(calculator: Calculator[Any]) -> Iterator[Fault]:
    for name, field in calculator.inputs.model_fields.items():
        bounds = {type(rule).__name__ for rule in field.metadata}
        if not field.title:
            yield f"inputs.{name}", "has no title; add title=…"
        if field.is_required():
            yield f"inputs.{name}", "has no default; add default=…, since the page opens with it"
        if field.annotation in (int, float) and not (bounds & {"Ge", "Gt"} and bounds & {"Le", "Lt"}):
            yield f"inputs.{name}", "is a number without both bounds; add ge=… and le=…"


def _exemplified(calculator: Calculator[Any], reference: Reference) -> Iterator[Fault]:
    if not calculator.examples:
        yield "examples", "is empty; add an example: inputs, and the values that its source gives for them"
    if any(field.is_required() for field in calculator.inputs.model_fields.values()):
        return
    try:
        # read as what is typed is: nobody else holds the defaults to their bounds
        defaults = read_inputs(calculator.inputs, calculator.inputs().model_dump())
        yield from left_out(evaluate(calculator, defaults, reference))
    except FaultyCalculatorError as error:
        yield from error.faults
        return  # its examples would say the same again
    except BadInputsError as error:
        yield "inputs", f"the defaults are refused: {error}"
    for example in calculator.examples:
        for message in _missed(calculator, example, reference):
            yield f"examples.{example.title}", message


def _missed(calculator: Calculator[Any], example: Example, reference: Reference) -> Iterator[str]:
    """Where a calculator does not come to what an example's source says."""
    try:
        found = flat_results(evaluate(calculator, read_inputs(calculator.inputs, example.inputs), reference))
    except FaultyCalculatorError as error:
        yield from (f"{field} {message}" for field, message in error.faults)
        return
    except BadInputsError as error:
        yield f"its inputs are refused: {error}"
        return
    if not example.expected:
        yield "expects nothing; add the values that its source gives"
    for name, expected in example.expected.items():
        if name not in found:
            yield f"{name!r} is not among the results; choose one of {', '.join(found)}"
        elif abs(found[name] - expected) > example.rel_tol * abs(expected):
            yield f"{name} comes to {found[name]:g}, not to {expected:g}; correct the formula or the example"
