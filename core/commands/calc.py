"""`python -m core calc NAME key=value… [--json]` and `… --csv FILE [-o OUT]`. Reads and writes files."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.calculators.batch import BadTableError, Table, run_batch
from core.calculators.evaluation import evaluate, flat_results, flat_units
from core.calculators.model import Calculator, Inputs, Quantity, Result, Unit
from core.calculators.problems import BadInputsError
from core.calculators.reading import nearest, read_inputs, unit_of, unstated
from core.calculators.registry import calculators
from core.content.price_rows import marked_when_old
from core.content.reference_loader import load_reference
from core.number_format import exact, span, with_unit

BAD_INPUT = 2
MAX_BYTES = 25_000_000
REFERENCE = Path(__file__).parents[2] / "content" / "reference"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `calc` to the command line; its words are read by a parser of its own, so that options stand anywhere."""
    help_text = "run a calculator on one case, or on a CSV table of cases"
    parser = subparsers.add_parser("calc", help=help_text, add_help=False, prefix_chars="\0")
    parser.add_argument("words", nargs="*")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Runs one calculator; 0 when there is a result, 2 with a sentence on the error stream when there is none."""
    words = _words_parser().parse_intermixed_args(args.words)
    known = calculators()
    if words.name is None:
        _print("\n".join(f"{c.id:<16}{c.question}" for c in known.values()))
        return 0
    if words.name not in known:
        return _refuse(f"“{words.name}” is not a calculator; {nearest(words.name, list(known))}")
    calculator = known[words.name]
    if words.csv is not None and words.inputs:
        return _refuse("Give either key=value or --csv FILE; in a table every input is a column.")
    if words.csv is not None:
        return _run_table(calculator, words.csv, words.output)
    if words.output is not None:
        return _refuse("-o goes with --csv FILE; leave it out, or redirect what is printed.")
    return _run_case(calculator, words.inputs, words.json)


def _words_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core calc")
    parser.add_argument("name", metavar="NAME", nargs="?", help="a calculator; leave it out to list them")
    parser.add_argument("inputs", metavar="key=value", nargs="*", help="inputs; what is left out takes its default")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--csv", metavar="FILE", type=Path, help="a table with one case a row")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help="where the table goes; default is the screen")
    return parser


def _run_case(calculator: Calculator[Any], pairs: Sequence[str], as_json: bool) -> int:
    try:
        inputs = read_inputs(calculator.inputs, _read_pairs(calculator, pairs))
        result = evaluate(calculator, inputs, load_reference(REFERENCE))
    except BadInputsError as error:
        if as_json:
            errors = [{"field": problem.field, "sentence": problem.sentence} for problem in error.problems]
            _print(_json({"calculator": calculator.id, "errors": errors}))
        return _refuse("\n".join(problem.sentence for problem in error.problems))
    _print(_json(_as_json(calculator, inputs, result)) if as_json else _as_text(calculator, inputs, result))
    return 0


def _read_pairs(calculator: Calculator[Any], pairs: Sequence[str]) -> Mapping[str, str]:
    raw: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadInputsError.of(None, f"“{pair}” is not key=value; write {name}=… with no spaces around the sign.")
        if name in raw:
            raise BadInputsError.of(name, f"{name} is given twice; give it once.")
        raw[name] = value
    problems = unstated(calculator.inputs, raw)
    if problems:
        raise BadInputsError(problems)
    return raw


def _run_table(calculator: Calculator[Any], path: Path, output: Path | None) -> int:
    try:
        table = run_batch(calculator, _read_table(path), load_reference(REFERENCE))
    except BadTableError as error:
        return _refuse(f"{path.name}: {error}")
    if output is None:
        _write_table(table, sys.stdout)
        return 0
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            _write_table(table, file)
    except OSError as error:
        return _refuse(f"{output}: {error.strerror}; choose another place for the table.")
    return 0


def _read_table(path: Path) -> Table:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadTableError(
                f"the file has {size / 1e6:.0f} MB and at most {MAX_BYTES / 1e6:.0f} are read; split it."
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadTableError(f"{error.strerror}; check the name.") from error
    except UnicodeDecodeError as error:
        raise BadTableError("the file is not in UTF-8; save it as “CSV UTF-8” and try again.") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise BadTableError(f"this is not a CSV table ({error}); export it again.") from error
    if len(rows) < 2:
        raise BadTableError("the table has no rows; the first line names the columns, each further line is a case.")
    return Table(tuple(name.strip() for name in rows[0]), tuple(tuple(row) for row in rows[1:]))


def _write_table(table: Table, file: Any) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(table.rows)


def _as_json(calculator: Calculator[Any], inputs: Inputs, result: Result) -> dict[str, object]:
    return {
        "calculator": calculator.id,
        "inputs": inputs.model_dump(mode="json"),
        "results": flat_results(result),
        "units": flat_units(result),
        "steps": [{"words": s.words, "numbers": s.numbers, "result": s.result} for s in result.steps],
        "sources": list(result.sources),
        "notes": list(result.notes),
    }


def _as_text(calculator: Calculator[Any], inputs: Inputs, result: Result) -> str:
    lines = [calculator.title, ""]
    lines += [f"  {q.label}: {_in_words(q)}" for q in (*result.quantities, *result.parts)]
    lines += ["", "Steps"] + [f"  {s.words}\n    {s.numbers} = {s.result}" for s in result.steps]
    given = [(name, getattr(inputs, name), field) for name, field in type(inputs).model_fields.items()]
    lines += ["", "Inputs"] + [
        f"  {n} = {value} {unit_of(f)}".rstrip() for n, value, f in given if value not in (None, "")
    ]
    lines += [f"\nNote: {note}" for note in result.notes]
    today = datetime.now(UTC).date()
    return "\n".join([*lines, "", *(f"Source: {marked_when_old(source, today)}" for source in result.sources)])


def _in_words(q: Quantity) -> str:
    if q.unit in (Unit.PARAMETERS, Unit.COUNT) and q.low is None and float(q.value).is_integer():
        return f"{exact(q.value)} {'' if q.unit is Unit.COUNT else q.unit}".rstrip()
    around = "" if q.low is None or q.high is None or q.low == q.high else f" ({span(q.low, q.high, q.unit)})"
    return with_unit(q.value, q.unit) + around


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_INPUT
