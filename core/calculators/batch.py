"""A table in, the same table with the result columns out; a row that cannot be computed says why. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError, Problem
from core.calculators.reading import must_be_stated, nearest, read_inputs, unstated
from core.content.reference import Reference

ERROR = "error"


@dataclass(frozen=True)
class Table:
    """Rows of text under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class BadTableError(ValueError):
    """A table that cannot be computed at all; one sentence says why and what to do."""


def run_batch(calculator: Calculator[Any], table: Table, reference: Reference) -> Table:
    """Every row computed: its own columns first, then one a result, then `error`.

    Columns that the calculator does not use are passed through, and take the suffix `_given` where a result has
    their name. Empty cells take the defaults, except those that must be stated.

    Raises: `BadTableError` when the columns are not a case of this calculator.
    """
    _check_columns(calculator, table.header)
    outcomes = [_outcome(calculator, dict(zip(table.header, row, strict=False)), row, reference) for row in table.rows]
    names = tuple(dict.fromkeys(name for outcome in outcomes for name in outcome if name != ERROR))
    taken = {*names, ERROR}
    header = tuple(f"{name}_given" if name in taken else name for name in table.header)
    width = len(table.header)
    rows = tuple(
        (*row[:width], *[""] * (width - len(row)), *(outcome.get(name, "") for name in (*names, ERROR)))
        for row, outcome in zip(table.rows, outcomes, strict=True)
    )
    return Table((*header, *names, ERROR), rows)


def _check_columns(calculator: Calculator[Any], header: Sequence[str]) -> None:
    inputs = calculator.inputs.model_fields
    known = [name for name in header if name in inputs]
    if not known:
        raise BadTableError(
            f"The table has no column of {calculator.id}; its first line must name some of: {', '.join(inputs)}."
        )
    twice = sorted({name for name in known if header.count(name) > 1})
    if twice:
        raise BadTableError(f"The table has the column {twice[0]} twice; keep one of them.")
    missing = [name for name, field in inputs.items() if name not in header and must_be_stated(field, header)]
    if missing:
        raise BadTableError(
            f"The table lacks the column {missing[0]}, which {calculator.id} needs; {nearest(missing[0], list(header))}"
        )


def _outcome(
    calculator: Calculator[Any], cells: Mapping[str, str], row: Sequence[str], reference: Reference
) -> dict[str, str]:
    if len(row) > len(cells):
        return {ERROR: f"The row has {len(row)} cells under {len(cells)} columns; quote cells that hold a comma."}
    fields = calculator.inputs.model_fields
    raw = {name: cell for name, cell in cells.items() if name in fields and cell.strip()}
    try:
        problems = unstated(calculator.inputs, raw)
        if problems:
            raise BadInputsError(problems)
        result = evaluate(calculator, read_inputs(calculator.inputs, raw), reference)
    except BadInputsError as error:
        return {ERROR: _one_line(error.problems)}
    return {name: repr(value) for name, value in flat_results(result).items()}


def _one_line(problems: Sequence[Problem]) -> str:
    return " ".join(" ".join(problem.sentence.split()) for problem in problems)
