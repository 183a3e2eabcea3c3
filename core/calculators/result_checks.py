"""Checks what a calculator's `compute` returned, whatever it is. Pure."""

from collections.abc import Iterator
from numbers import Real
from typing import Any

from core.calculators.model import Quantity, Result, Step, Unit
from core.calculators.problems import Fault

_HOLDS = {"quantities": Quantity, "parts": Quantity, "steps": Step, "sources": str, "notes": str, "cautions": str}
_NEEDED = ("quantities", "steps", "sources")


def faults(result: object) -> tuple[Fault, ...]:
    """What keeps a result from being shown: it is no `Result`, or something in it is of the wrong type.

    >>> faults(None)
    (('compute', 'returns nothing; end it with return Result(quantities=…, steps=…, sources=…)'),)
    """
    if not isinstance(result, Result):
        what = "nothing" if result is None else f"something of the type {type(result).__name__}"
        return (("compute", f"returns {what}; end it with return Result(quantities=…, steps=…, sources=…)"),)
    wrong = tuple(_of_wrong_kind(result)) or tuple(_of_quantities(result))
    return (*wrong, *left_out(result)) if wrong else ()


def left_out(result: Result) -> Iterator[Fault]:
    """What a result can be shown without, but should have."""
    for name in _NEEDED:
        if not getattr(result, name):
            yield f"result.{name}", "is empty; add at least one"


def _of_wrong_kind(result: Result) -> Iterator[Fault]:
    for name, kind in _HOLDS.items():
        held: Any = getattr(result, name)
        if not isinstance(held, tuple | list):
            yield f"result.{name}", f"is of the type {type(held).__name__}; write a tuple, (…,), with a comma"
            continue
        for odd in {type(one).__name__: None for one in held if not isinstance(one, kind)}:
            yield f"result.{name}", f"holds something of the type {odd}; put a {kind.__name__} there"


def _of_quantities(result: Result) -> Iterator[Fault]:
    for q in (*result.quantities, *result.parts):
        for name, number in (("value", q.value), ("low", q.low), ("high", q.high)):
            if not isinstance(number, Real) and (name == "value" or number is not None):
                yield f"result.{q.id}", f"has the {name} {number!r}; give a number"
        if not isinstance(q.unit, Unit):
            yield f"result.{q.id}", f"has the unit {q.unit!r}; name a member of Unit"
