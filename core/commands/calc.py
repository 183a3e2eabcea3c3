"""`python -m core calc NAME key=value… [--json]` and `… --csv FILE [-o OUT]`. Reads and writes files."""

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from core.calculator_page.layout import unasked
from core.calculators.batch import BadTableError, Table, failed_rows, misspelt_columns, other_columns, run_batch
from core.calculators.evaluation import evaluate
from core.calculators.model import Calculator
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs, unstated
from core.calculators.registry import calculators
from core.calculators.report import as_json, as_text, json_text
from core.content.loader import reference_directory
from core.content.nearest import hint_for
from core.content.problems import ContentError
from core.content.reference_loader import BadReferenceError, load_reference
from core.text.bounded_file import TooLargeError, bounded_bytes
from core.text.table_text import NotATableError, table_rows, why_unread

BAD_INPUT = 2
MAX_BYTES = 25_000_000
_HELP = "run a calculator on one case, or on a CSV table of cases"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `calc` to the command line; its words are read by a parser of its own, so that options stand anywhere."""
    parser = subparsers.add_parser("calc", help=_HELP, add_help=False, prefix_chars="\0")
    parser.add_argument("words", nargs="*")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Runs one calculator; 0 when there is a result, 2 with a sentence on the error stream when there is none."""
    try:
        return _run_words(_words_parser().parse_intermixed_args(args.words), args.now.date())
    except BadReferenceError as error:
        return _refuse(str(error))


def _run_words(words: argparse.Namespace, today: date) -> int:
    try:
        known = calculators()
    except ContentError as error:
        return _refuse(str(error))
    if words.name is None:
        _print("\n".join(f"{c.id:<16}{c.question}" for c in known.values()))
        return 0
    if words.name not in known:
        return _refuse(f"“{words.name}” is not a calculator; {hint_for(words.name, known)}")
    clash = _clash(words)
    if clash:
        return _refuse(clash)
    if words.csv is not None:
        return _run_table(known[words.name], words.csv, words.output)
    return _run_case(known[words.name], words, today)


def _clash(words: argparse.Namespace) -> str:
    """What does not go together, as a sentence; nothing when all does."""
    if words.csv is None:
        return "-o goes with --csv FILE; leave it out, or redirect what is printed." if words.output else ""
    if words.inputs:
        return "Give either key=value or --csv FILE; in a table every input is a column."
    return "--json goes with key=value; a table comes back as a table." if words.json else ""


def _words_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core calc", description=f"R{_HELP[1:]}.")
    parser.add_argument("name", metavar="NAME", nargs="?", help="a calculator; leave it out to list them")
    told = "inputs; an unknown one is answered with all names; the default when left out"
    parser.add_argument("inputs", metavar="key=value", nargs="*", help=told)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--csv", metavar="FILE", type=Path, help="a table with one case a row")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help="where the table goes; default is the screen")
    return parser


def _run_case(calculator: Calculator[Any], words: argparse.Namespace, today: date) -> int:
    reference = load_reference(reference_directory())
    try:
        inputs = read_inputs(calculator.inputs, _read_pairs(calculator, words.inputs))
        result = evaluate(calculator, inputs, reference)
    except BadInputsError as error:
        if words.json:
            errors = [{"field": problem.field, "sentence": problem.sentence} for problem in error.problems]
            _print(json_text({"calculator": calculator.id, "errors": errors}))
        return _refuse("\n".join(problem.sentence for problem in error.problems))
    if words.json:
        _print(as_json(calculator, inputs, result))
    else:
        _print(as_text(calculator, inputs, result, today, unasked(calculator, inputs, reference)))
    return 0


def _read_pairs(calculator: Calculator[Any], pairs: Sequence[str]) -> Mapping[str, str]:
    raw: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            meant = pair.partition(":")[0]
            raise BadInputsError.of(None, f"“{pair}” is not key=value; write {meant}=… with no spaces around the sign.")
        if name in raw:
            raise BadInputsError.of(name, f"{name} is given twice; give it once.")
        raw[name] = value
    problems = unstated(calculator.inputs, raw)
    if problems and raw.keys() <= calculator.inputs.model_fields.keys():  # what seems missing may be misspelt
        raise BadInputsError(problems)
    return raw


def _run_table(calculator: Calculator[Any], path: Path, output: Path | None) -> int:
    try:
        given = _read_table(path)
        table = run_batch(calculator, given, load_reference(reference_directory()))
    except BadTableError as error:
        return _refuse(f"{path.name or path}: {error}")
    for sentence in misspelt_columns(calculator, given.header):
        sys.stderr.write(f"{path.name}: {sentence}\n")
    if output is None:
        _write_table(table, sys.stdout)
        return 0
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            _write_table(table, file)
    except OSError as error:
        return _refuse(f"{output}: {error.strerror}; choose another place for the table.")
    for sentence in (other_columns(calculator, given.header), failed_rows(table)):  # in a file nobody sees them pass
        sys.stderr.write(f"{path.name}: {sentence}\n" if sentence else "")
    return 0


def _read_table(path: Path) -> Table:
    try:
        with path.open("rb") as file:
            text = bounded_bytes(file, MAX_BYTES).decode("utf-8-sig")
    except TooLargeError as error:
        raise BadTableError(f"the file is {error}, the most that is read; split it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadTableError(why_unread(error)) from error
    try:
        rows = table_rows(text)
    except NotATableError as error:
        raise BadTableError(str(error)) from error
    if len(rows) < 2:
        raise BadTableError("the table has no rows; the first line names the columns, each further line is a case.")
    return Table(tuple(name.strip() for name in rows[0]), tuple(tuple(row) for row in rows[1:]))


def _write_table(table: Table, file: Any) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(table.rows)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_INPUT
