"""Runs a calculator: a sound result comes out, or sentences on what is wrong with the inputs. Pure."""

import math
from dataclasses import replace

from core.calculators.code_mistakes import MISTAKES, mistake
from core.calculators.model import Calculator, InputsT, Quantity, Result, Unit
from core.calculators.problems import BadInputsError, FaultyCalculatorError, NoSuchResultError, Problem
from core.calculators.result_checks import faults
from core.content.lookup import UnknownNameError
from core.content.reference import Reference
from core.language.text import t

_FIELD_OF_KIND = {"GPU": "gpu", "API model": "api_model", "managed training": "managed", "chapter row": "chapter_row"}
_EXACT_INTEGER = 2.0**53


def evaluate(calculator: Calculator[InputsT], inputs: InputsT, reference: Reference) -> Result:
    """The result, every number in it finite, its cautions first among its notes.

    Raises:
        BadInputsError: the inputs do not go together, name something unknown, or are out of all proportion.
        FaultyCalculatorError: a `BadInputsError` too; `compute` stops with a mistake of Python, or what it returned is
            no result that could be shown.
    """
    try:
        result = calculator.compute(inputs, reference)
    except NoSuchResultError as error:
        raise FaultyCalculatorError([error.fault]) from error
    except UnknownNameError as error:
        field = _FIELD_OF_KIND.get(error.kind, error.kind)
        raise BadInputsError.of(field if field in type(inputs).model_fields else None, str(error)) from error
    except (OverflowError, ZeroDivisionError) as error:
        raise BadInputsError([_out_of_proportion()]) from error
    except BadInputsError:
        raise
    except MISTAKES as error:
        raise FaultyCalculatorError([mistake(error)]) from error
    wrong = faults(result)
    if wrong:
        raise FaultyCalculatorError(wrong)
    if not all(math.isfinite(number) for q in (*result.quantities, *result.parts) for number in _numbers(q)):
        raise BadInputsError([_out_of_proportion()])
    return replace(result, notes=(*result.cautions, *result.notes))


def flat_results(result: Result) -> dict[str, int | float]:
    """The result as one level of names: each quantity and part by id, ranges as `<id>_low` and `<id>_high`.

    The first quantity with a range also answers to `low` and `high` (`low_gib` and `high_gib` for memory).
    """
    return {name: _exact(value) for name, (value, _) in _flat(result).items()}


def flat_units(result: Result) -> dict[str, str]:
    """The unit of each name in `flat_results`."""
    return {name: unit.value for name, (_, unit) in _flat(result).items()}


def _flat(result: Result) -> dict[str, tuple[float, Unit]]:
    flat: dict[str, tuple[float, Unit]] = {}
    short_taken = False
    for q in (*result.quantities, *result.parts):
        flat[q.id] = (q.value, q.unit)
        for end, number in (("low", q.low), ("high", q.high)):
            if number is None:
                continue
            flat[f"{q.id}_{end}"] = (number, q.unit)
            if not short_taken:
                flat[f"{end}_gib" if q.unit is Unit.GIB else end] = (number, q.unit)
        short_taken = short_taken or q.low is not None or q.high is not None
    return flat


def _numbers(q: Quantity) -> list[float]:
    return [number for number in (q.value, q.low, q.high) if number is not None]


def _exact(value: float) -> int | float:
    return int(value) if float(value).is_integer() and abs(value) < _EXACT_INTEGER else value


def _out_of_proportion() -> Problem:
    return Problem(None, t("These inputs together give no finite number; check them for a slip of many powers of ten."))
