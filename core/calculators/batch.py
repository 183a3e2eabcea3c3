"""A table in, the same table with the result columns out; a row that cannot be computed says why. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError
from core.calculators.reading import must_be_stated, read_inputs, unstated
from core.content.nearest import did_you_mean, nearest
from core.content.reference import Reference

CAUTION, ERROR = "caution", "error"


@dataclass(frozen=True)
class Table:
    """Rows of text under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class BadTableError(ValueError):
    """A table that cannot be computed at all; one sentence says why and what to do."""


def run_batch(calculator: Calculator[Any], table: Table, reference: Reference) -> Table:
    """Every row computed: its own columns, then one per result, then `caution` where there is one, then `error`.

    Names of columns may be in capitals, and have spaces. Columns that the calculator does not use are passed through,
    and take the suffix `_given` where a result has their name. Empty cells take the defaults, except those that must
    be stated.

    Raises:
        BadTableError: the columns are not a case of this calculator.
    """
    columns = tuple(_input_name(calculator, name) for name in table.header)
    _check_columns(calculator, columns)
    width = len(columns)
    outcomes = [_outcome(calculator, columns, row, reference) for row in table.rows]
    found = dict.fromkeys(name for outcome in outcomes for name in outcome)
    names = (*(name for name in found if name not in (CAUTION, ERROR)), *([CAUTION] if CAUTION in found else []), ERROR)
    rows = tuple(
        (*row[:width], *[""] * (width - len(row)), *(outcome.get(name, "") for name in names))
        for row, outcome in zip(table.rows, outcomes, strict=True)
    )
    return Table((*_free_names(table.header, names), *names), rows)


def misspelt_columns(calculator: Calculator[Any], header: Sequence[str]) -> tuple[str, ...]:
    """A sentence for each column that is passed through and looks like an input that has no column.

    What stands under it changes no number: whoever misspelt an input would compute with its default.
    """
    return tuple(
        f"The column {name} is not used by {calculator.id}; {did_you_mean(names)}"
        for name, names in _meant(calculator, header).items()
        if names
    )


def other_columns(calculator: Calculator[Any], header: Sequence[str]) -> str:
    """A sentence on the columns that are passed through and look like no input; empty when only `id` is."""
    others = [name for name, names in _meant(calculator, header).items() if not names and name.lower() != "id"]
    return f"Passed through, as {calculator.id} does not use them: {', '.join(others)}." if others else ""


def failed_rows(computed: Table) -> str:
    """A sentence on the rows of a computed table that have an error instead of a result; empty when there are none."""
    failed = sum(bool(row[-1]) for row in computed.rows)
    return f"{failed} of {len(computed.rows)} rows could not be computed; the column error says why." if failed else ""


def _meant(calculator: Calculator[Any], header: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Each column that is no input, with the input that it may have meant."""
    inputs = calculator.inputs.model_fields
    columns = [_input_name(calculator, name) for name in header]
    free = [name for name in inputs if name not in columns]
    return {name: nearest(name, free, spelled=str.lower) for name in columns if name not in inputs}


def _input_name(calculator: Calculator[Any], name: str) -> str:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    return plain if plain in calculator.inputs.model_fields else name


def _free_names(header: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    free: list[str] = []
    for name in header:
        kept = f"{name}_given" if name in taken else name
        while kept != name and (kept in free or kept in header):
            kept = f"{kept}_given"
        free.append(kept)
    return tuple(free)


def _check_columns(calculator: Calculator[Any], columns: Sequence[str]) -> None:
    inputs = calculator.inputs.model_fields
    known = [name for name in columns if name in inputs]
    if not known:
        raise BadTableError(
            f"The table has no column of {calculator.id}; its first line must name some of: {', '.join(inputs)}."
        )
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        raise BadTableError(f"The table has the column {twice[0]} twice; keep one of them.")
    missing = [name for name, field in inputs.items() if name not in columns and must_be_stated(field, columns)]
    if missing:
        unused = [name for name in columns if name not in inputs]
        meant = did_you_mean(nearest(missing[0], unused, spelled=str.lower))
        hint = meant or f"give it in a column {missing[0]}."
        raise BadTableError(f"The table lacks the column {missing[0]}, which {calculator.id} needs; {hint}")


def _outcome(
    calculator: Calculator[Any], columns: Sequence[str], row: Sequence[str], reference: Reference
) -> dict[str, str]:
    if any(cell.strip() for cell in row[len(columns) :]):
        return {ERROR: f"The row has {len(row)} cells under {len(columns)} columns; quote cells that hold a comma."}
    fields = calculator.inputs.model_fields
    raw = {name: cell for name, cell in zip(columns, row, strict=False) if name in fields and cell.strip()}
    try:
        problems = unstated(calculator.inputs, raw)
        if problems:
            raise BadInputsError(problems)
        result = evaluate(calculator, read_inputs(calculator.inputs, raw), reference)
    except BadInputsError as error:
        return {ERROR: _one_line(problem.sentence for problem in error.problems)}
    caution = {CAUTION: _one_line(result.cautions)} if result.cautions else {}
    return {name: repr(value) for name, value in flat_results(result).items()} | caution


def _one_line(sentences: Iterable[str]) -> str:
    return " ".join(" ".join(sentence.split()) for sentence in sentences)
