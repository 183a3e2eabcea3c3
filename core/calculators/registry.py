"""Finds the calculators: every module of this package that defines `CALCULATOR`. Pure."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any

import core.calculators
from core.calculators.code_mistakes import MISTAKES, mistake
from core.calculators.model import Calculator
from core.content.problems import ContentError, Problem


class SameIdError(ContentError, ValueError):
    """Two calculators have one id; reported like any mistake in the content, by the check and at the start."""


@cache
def calculators() -> dict[str, Calculator[Any]]:
    """Every calculator by its id, in the order of the ids.

    >>> "lora-params" in calculators()
    True

    Raises:
        SameIdError: two modules define the same id.
        ContentError: a module cannot be imported, since there is a mistake of Python in it.
    """
    found: dict[str, Calculator[Any]] = {}
    files: dict[str, str] = {}
    for file, calculator in _in_files():
        if calculator.id in found:
            message = f"is taken by {files[calculator.id]}; give one of the two another id"
            raise SameIdError((Problem(file, calculator.id, "id", message),))
        found[calculator.id], files[calculator.id] = calculator, file
    return dict(sorted(found.items()))


@cache
def file_of(calculator_id: str) -> str:
    """The file that defines a calculator of the registry, from the root of the code.

    >>> file_of("lora-params")
    'core/calculators/lora_params.py'
    """
    return next(file for file, calculator in _in_files() if calculator.id == calculator_id)


def _in_files() -> Iterator[tuple[str, Calculator[Any]]]:
    package = core.calculators.__name__
    for info in pkgutil.iter_modules(core.calculators.__path__):
        file = f"{package.replace('.', '/')}/{info.name}.py"
        try:
            module = importlib.import_module(f"{package}.{info.name}")
        except MISTAKES as error:
            raise ContentError((Problem(file, "-", *mistake(error)),)) from error
        calculator = getattr(module, "CALCULATOR", None)
        if isinstance(calculator, Calculator):
            yield file, calculator
