"""Checks the answers of prediction items against what the calculator computes. Pure."""

import math
from collections.abc import Iterator

from core.calculators.evaluation import evaluate
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators
from core.content.findings import Finding
from core.content.models import Content
from core.content.problems import choice_hint
from core.content.reference import Reference
from core.content.typed_items import CalculatorRun, PredictNumber

CLOSE = 0.005
"""The answer may be rounded by so much of itself."""


def prediction_findings(content: Content, reference: Reference) -> Iterator[Finding]:
    """One finding for each prediction whose answer is not what its calculator computes."""
    for item in content.items:
        if not isinstance(item, PredictNumber) or item.from_calculator is None:
            continue
        computed = computed_value(item.from_calculator, reference)
        if isinstance(computed, str):
            yield "items", item.id, "from_calculator", computed
        elif not math.isclose(item.answer, computed, rel_tol=CLOSE):
            yield "items", item.id, "answer", f"is not what the calculator computes ({computed:.6g}); write that"


def computed_value(run: CalculatorRun, reference: Reference) -> float | str:
    """What the calculator computes, or what is wrong with what it is asked."""
    calculator = calculators().get(run.calculator)
    if calculator is None:
        return f"{run.calculator!r} is not among the calculators{choice_hint(run.calculator, calculators())}"
    try:
        result = evaluate(calculator, read_inputs(calculator.inputs, run.inputs), reference)
    except BadInputsError as error:
        return f"its inputs are refused: {error}"
    known = {quantity.id: quantity.value for quantity in (*result.quantities, *result.parts)}
    if run.quantity not in known:
        return f"{run.quantity!r} is not among the calculator's results; choose one of {', '.join(known)}"
    return known[run.quantity]
