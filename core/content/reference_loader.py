"""Reads the reference tables from YAML. Does I/O."""

import errno
import stat
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from core.content.api_prices import table_prices
from core.content.chapter_costs import chapter_costs, said_anew
from core.content.facts import CostRow
from core.content.lines import id_as_read
from core.content.places import place_of
from core.content.price_rows import ChapterCost
from core.content.problems import Problem, suggestion, what_is_wrong
from core.content.reference import Reference
from core.content.reference_checks import COSTS_FILE, table_faults
from core.content.yaml_text import Value, YamlError, read_yaml

_FILES = {
    "models": "models.yaml",
    "gpus": "gpu-specs.yaml",
    "gpu_prices": "gpu-prices.yaml",
    "training_prices": "training-prices.yaml",
    "api_models": "api-models.yaml",
}


class BadReferenceError(ValueError):
    """A reference table that cannot be used; each line says `file › id › field: what is wrong`."""


def load_reference(directory: Path) -> Reference:
    """All reference tables of `directory` (that is `content/reference`), with the chapter's costs that lie beside it.

    Raises:
        BadReferenceError: a file is missing, is not a YAML list, or holds a wrong value.
    """
    tables = {table: _read_list(directory / name) for table, name in _FILES.items()}
    try:
        reference = Reference.model_validate(
            {**tables, "chapter_costs": _chapter_costs(directory.parent / "costs.yaml")}
        )
    except ValidationError as error:
        raise BadReferenceError("\n".join(_lines(error, tables))) from error
    if faults := table_faults(reference, _FILES):
        raise BadReferenceError("\n".join(faults))
    try:
        return reference.with_api_prices(table_prices(reference.api_models))
    except LookupError as error:
        raise BadReferenceError(f"api-models.yaml: {error.args[0]}; correct provider or model.") from error


def load_references(directory: Path, costs: Mapping[str, Iterable[CostRow]]) -> dict[str, Reference]:
    """The same tables for each language, with the chapter's costs in its words.

    Raises:
        BadReferenceError: a file is missing, is not a YAML list, or holds a wrong value.
    """
    found = load_reference(directory)
    return {code: found.with_chapter_costs(said_anew(found.chapter_costs, rows)) for code, rows in costs.items()}


def reference_problems(directory: Path) -> tuple[Problem, ...]:
    """What is wrong with the reference tables, as content says it; nothing when there is no such folder."""
    if not directory.is_dir():
        return ()
    try:
        load_reference(directory)
    except BadReferenceError as error:
        return tuple(_as_problem(line, directory.name) for line in str(error).splitlines())
    strays = sorted({path.name for path in directory.glob("*.yaml")} - set(_FILES.values()))
    return tuple(Problem(f"{directory.name}/{name}", "-", "the file", _why_unread(name)) for name in strays)


def file_text(path: Path) -> str:
    """What a file of content holds, in UTF-8.

    Raises:
        OSError: it cannot be read; a pipe or a socket cannot, since nobody may ever write to its other end.
        UnicodeDecodeError: it is not UTF-8.
    """
    mode = path.stat().st_mode
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode):
        raise OSError(errno.EINVAL, "It is a pipe, a socket or a device")
    return path.read_text(encoding="utf-8")


def _why_unread(name: str) -> str:
    known = tuple(_FILES.values())
    return "is not read" + (suggestion(name, known) or f"; put what it holds into one of {', '.join(known)}")


def _as_problem(line: str, folder: str) -> Problem:
    place, _, message = line.partition(": ")
    file, *inside = place.split(" › ")
    entry, fields = (inside[0], ".".join(inside[1:]) or "the entry") if inside else ("-", "the file")
    return Problem(file.removeprefix("../") if file.startswith("../") else f"{folder}/{file}", entry, fields, message)


def _chapter_costs(path: Path) -> tuple[ChapterCost, ...]:
    """The chapter's rows. Where there is no such file, or no sound one, content itself says so."""
    if not path.is_file():
        return ()
    try:
        return chapter_costs(CostRow.model_validate(row) for row in _read_list(path))
    except ValidationError as error:
        raise BadReferenceError(f"{COSTS_FILE}: {error.errors()[0]['msg']}; run the check of content.") from error


def _read_list(path: Path) -> tuple[Value, ...]:
    try:
        rows = _value(file_text(path))
    except FileNotFoundError as error:
        raise BadReferenceError(
            f"{path.name}: the file is missing; every table of {sorted(_FILES.values())} is needed."
        ) from error
    except YamlError as error:
        raise BadReferenceError(f"{path.name}: {error}") from error
    except OSError as error:
        what = f"cannot be read ({error.strerror}); check that it is a file and that you may read it"
        raise BadReferenceError(f"{path.name}: {what}") from error
    except UnicodeDecodeError as error:
        raise BadReferenceError(f"{path.name}: this is not YAML in UTF-8; save it as UTF-8") from error
    if not isinstance(rows, list):
        raise BadReferenceError(f"{path.name}: a list of entries is expected; start each entry with “- id:”.")
    return tuple(rows)


@lru_cache(maxsize=16)
def _value(text: str) -> Value:
    """What a table's text says, kept by the text: the check and whoever uses the tables read the same ones."""
    return read_yaml(text)


def _lines(error: ValidationError, tables: dict[str, tuple[Value, ...]]) -> list[str]:
    lines = []
    for problem in error.errors():
        is_bound = problem["type"].startswith(("greater_than", "less_than", "value_error"))
        place = place_of(Reference, tables, problem["loc"])
        said = problem["msg"].removeprefix("Value error, ") if is_bound else what_is_wrong(problem, place)
        table, *rest = problem["loc"] or ("reference",)
        where = [_FILES.get(str(table), str(table))]
        if rest and isinstance(rest[0], int):
            row = tables[str(table)][rest[0]]
            where.append(id_as_read(row.get("id")) if isinstance(row, dict) else str(rest[0] + 1))
            rest = rest[1:]
        where += [str(part + 1 if isinstance(part, int) else part) for part in rest]
        lines.append(f"{' › '.join(where)}: {said}")
    return lines
