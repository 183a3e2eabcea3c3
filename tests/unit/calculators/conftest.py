"""Calculators run over the real tables, and a day that stands still."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.calculators.evaluation import evaluate
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators
from core.content.reference import Reference

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "benchmarks" / "data"


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def calc(reference: Reference) -> Callable[..., Result]:
    """Runs a calculator the way every surface does: text or numbers in, a sound result or an error out."""

    def run(calculator_id: str, **raw: object) -> Result:
        calculator = calculators()[calculator_id]
        return evaluate(calculator, read_inputs(calculator.inputs, raw), reference)

    return run


@pytest.fixture(scope="session")
def refusal(calc: Callable[..., Result]) -> Callable[..., tuple[tuple[str | None, ...], str]]:
    """What a calculator answers to bad inputs: the fields it names, and its sentences."""

    def run(calculator_id: str, **raw: Any) -> tuple[tuple[str | None, ...], str]:
        with pytest.raises(BadInputsError) as caught:
            calc(calculator_id, **raw)
        return tuple(problem.field for problem in caught.value.problems), str(caught.value)

    return run
