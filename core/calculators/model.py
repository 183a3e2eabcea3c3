"""What a calculator is: typed inputs, a pure compute, quantities with units, and the steps that led there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from core.calculators.problems import NoSuchResultError
from core.content.reference import Reference

InputsT = TypeVar("InputsT", bound="Inputs")


class Inputs(BaseModel):
    """Base of every calculator's inputs: frozen, strict about names, bounds on each field.

    Each field says its title, help and unit:
    `Field(title=…, description=…, ge=…, le=…, json_schema_extra={"unit": "h"})`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, str_strip_whitespace=True)


class Unit(StrEnum):
    """Units of results. The value is what the command line and the address print."""

    USD = "usd"
    USD_PER_HOUR = "usd/h"
    USD_PER_MTOK = "usd/1M tokens"
    HOURS = "h"
    DAYS = "days"
    MONTHS = "months"
    MILLISECONDS = "ms"
    GIB = "GiB"
    TOKENS = "tokens"
    TOKENS_PER_S = "tokens/s"
    PARAMETERS = "parameters"
    PERCENT = "%"
    FLOP = "FLOP"
    COUNT = "count"
    RATIO = "ratio"


@dataclass(frozen=True)
class Quantity:
    """One named number of a result, with its unit and, where it is an estimate, its range."""

    id: str
    label: str
    value: float
    unit: Unit
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Step:
    """One line of the formula: in words, then with the numbers in it, then what it comes to."""

    words: str
    numbers: str
    result: str


@dataclass(frozen=True)
class Series:
    """One curve of a result: points (x, y) in order of x."""

    id: str
    label: str
    unit: Unit
    x_unit: Unit
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Result:
    """What a calculator found. `quantities[0]` is the headline; `parts` sum to the whole where that makes sense.

    `cautions` say which inputs were not understood or not used, and what was taken instead; they come before `notes`.
    """

    quantities: tuple[Quantity, ...]
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    parts: tuple[Quantity, ...] = ()
    notes: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    cautions: tuple[str, ...] = ()

    def value(self, quantity_id: str) -> float:
        """The value of one quantity or part, by id.

        Raises:
            NoSuchResultError: none of them has this id.
        """
        found = (*self.quantities, *self.parts)
        for quantity in found:
            if quantity.id == quantity_id:
                return quantity.value
        raise NoSuchResultError(quantity_id, (quantity.id for quantity in found))


@dataclass(frozen=True)
class Example:
    """A sourced case: these inputs must give these values, within a relative tolerance."""

    title: str
    inputs: dict[str, str | int | float | bool]
    expected: dict[str, float]
    source: str
    rel_tol: float = 0.01


@dataclass(frozen=True)
class Calculator(Generic[InputsT]):
    """A calculator as the registry holds it; `claims` are those of the chapter whose figures it computes.

    `found_by` is what people may type into the search when they look for it, in English and in the language in force.
    """

    id: str
    title: str
    question: str
    inputs: type[InputsT]
    compute: Callable[[InputsT, Reference], Result]
    examples: tuple[Example, ...] = field(default=())
    claims: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()
