"""Finds the calculators: every module of this package that defines `CALCULATOR`. Pure."""

import importlib
import pkgutil
from functools import cache
from typing import Any

import core.calculators
from core.calculators.model import Calculator


@cache
def calculators() -> dict[str, Calculator[Any]]:
    """Every calculator by its id, in the order of the ids.

    >>> "lora-params" in calculators()
    True

    Raises:
        ValueError: two modules define the same id.
    """
    found: dict[str, Calculator[Any]] = {}
    for info in pkgutil.iter_modules(core.calculators.__path__):
        module = importlib.import_module(f"{core.calculators.__name__}.{info.name}")
        calculator = getattr(module, "CALCULATOR", None)
        if not isinstance(calculator, Calculator):
            continue
        if calculator.id in found:
            raise ValueError(f"{info.name}.py: the id “{calculator.id}” is taken; give the calculator another one.")
        found[calculator.id] = calculator
    return dict(sorted(found.items()))
