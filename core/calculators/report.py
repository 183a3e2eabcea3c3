"""One result as JSON and as text. Pure."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from core.calculators.evaluation import flat_results, flat_units
from core.calculators.model import Calculator, Inputs, Quantity, Result, Unit
from core.calculators.reading import unit_of
from core.content.price_rows import marked_when_old
from core.numbers.number_format import exact, span, usd_result, usd_span, with_unit


def as_json(calculator: Calculator[Any], inputs: Inputs, result: Result) -> str:
    """A result under the keys `calculator`, `inputs`, `results`, `units`, `steps`, `sources` and `notes`.

    All inputs are there, those that had no part too, so that the same result can be had again.
    """
    return json_text(
        {
            "calculator": calculator.id,
            "inputs": inputs.model_dump(mode="json"),
            "results": flat_results(result),
            "units": flat_units(result),
            "steps": [{"words": s.words, "numbers": s.numbers, "result": s.result} for s in result.steps],
            "sources": list(result.sources),
            "notes": list(result.notes),
        }
    )


def json_text(value: object) -> str:
    """Indented JSON with every letter as it is.

    Raises:
        ValueError: a number is not finite, which JSON has no word for.
    """
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def as_text(
    calculator: Calculator[Any],
    inputs: Inputs,
    result: Result,
    today: date,
    left_out: Collection[str] = (),
) -> str:
    """A result for reading: quantities, steps, inputs, notes and sources, old prices marked as on `today`.

    Args:
        calculator: what computed it.
        inputs: what it was computed from.
        result: what came out.
        today: the day that prices are old or new on.
        left_out: the inputs that are not listed, as they had no part in it.
    """
    lines = [calculator.title, ""]
    lines += [f"  {q.label}: {in_words(q)}" for q in (*result.quantities, *result.parts)]
    lines += ["", "Steps"] + [f"  {s.words}\n    {s.numbers} = {s.result}" for s in result.steps]
    given = [
        (name, getattr(inputs, name), field)
        for name, field in type(inputs).model_fields.items()
        if name not in left_out
    ]
    lines += ["", "Inputs"] + [
        f"  {n} = {value} {unit_of(f)}".rstrip() for n, value, f in given if value not in (None, "")
    ]
    lines += [f"\nNote: {note}" for note in result.notes]
    return "\n".join([*lines, "", *(f"Source: {marked_when_old(source, today)}" for source in result.sources)])


def in_words(q: Quantity) -> str:
    """A quantity with its unit and its range, counts in full, dollars as exact as the formula that comes to them.

    >>> in_words(Quantity("h", "Time", 5, Unit.HOURS, 2, 8)), in_words(Quantity("n", "Rows", 4_587_520, Unit.COUNT))
    ('5 h (2–8 h)', '4,587,520')
    >>> in_words(Quantity("usd", "Labels", 12_500, Unit.USD))
    '$12,500'
    """
    if q.unit in (Unit.PARAMETERS, Unit.COUNT) and q.low is None and float(q.value).is_integer():
        return f"{exact(q.value)} {'' if q.unit is Unit.COUNT else q.unit}".rstrip()
    is_money = q.unit is Unit.USD
    value = usd_result(q.value) if is_money else with_unit(q.value, q.unit)
    if q.low is None or q.high is None or q.low == q.high:
        return value
    return f"{value} ({usd_span(q.low, q.high) if is_money else span(q.low, q.high, q.unit)})"
