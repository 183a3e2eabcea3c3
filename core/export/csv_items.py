"""The bank as a table, one row per item, and back, with a preview of what would change. Pure.

A column is a field's path: `options.1.text` is the text of the first option. Lists of short texts stand in one cell, a
line each, or as JSON where a text has lines of its own; between ids, commas, semicolons or spaces do as well. Cells
that a spreadsheet would take for a formula begin with an apostrophe, which reading takes off.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.content.items import KINDS, AnyItem, Item
from core.content.problems import Problem, problems_of
from core.export.spreadsheet import FORMULA_SIGNS
from core.text.table_text import rows_and_mark

MAX_ROWS = 20_000
MAX_CHARACTERS = 20_000_000
_ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
_LISTS = {"claims", "tags", "variants", "texts", "changed", "accept", "phrases"}
_IDS = {"claims", "tags"}
_JSON = {"inputs", "guide"}
_MAY_BE_EMPTY = {"unit"}
FIRST = ("kind", "id", "source", "node", "claims", "question", "answer", "explanation", "hint", "tags")
"""The fields that most items have, in the order in which they are written."""
_NEEDED = ("kind", "id")
_ESCAPED = (*FORMULA_SIGNS, "'")
_KINDS_WITH_NUMBERS = ("number", "predict-number")
_NUMBERS = ("answer", "low", "high")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}\.\d\d0")
"""5 as no program writes it, but 5,000 as German spreadsheets do: 5.000."""


class Change(StrEnum):
    """What an import would do with an item."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class CsvPreview:
    """A table's items with what importing each would do, and what is wrong with the others."""

    items: tuple[tuple[AnyItem, Change], ...]
    problems: tuple[Problem, ...]

    def count(self, change: Change) -> int:
        """How many items would be new, changed, or the same."""
        return sum(what is change for _, what in self.items)


def items_csv(items: Iterable[AnyItem]) -> str:
    """All items as CSV with a header."""
    rows = [_flat(item.model_dump(mode="json", exclude_none=True, exclude_defaults=False)) for item in items]
    present = dict.fromkeys(column for row in rows for column in row)
    columns = [*(c for c in FIRST if c in present), *sorted((c for c in present if c not in FIRST), key=_place)]
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def read_csv(text: str, bank: Mapping[str, AnyItem], file: str = "table.csv") -> CsvPreview:
    """What importing a table would do to a bank. Nothing is changed; problems name the row's id and the column."""
    if len(text) > MAX_CHARACTERS:
        return CsvPreview((), (Problem(file, "-", "the file", "is larger than 20 MB; split it into several"),))
    items: list[tuple[AnyItem, Change]] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    try:
        rows = _rows(text.removeprefix("\ufeff"))
        columns = [name.strip().lower() for name in next(rows, [])]
        if wrong := _wrong_head(columns):
            return CsvPreview((), (Problem(file, "-", "the file", wrong),))
        for number, cells in enumerate(rows, 2):
            if not any(cells):
                continue  # a blank line counts as a row, and so do those that spreadsheets write below the last
            where = f"{file}, row {number}"
            if number > MAX_ROWS:
                problems.append(Problem(where, "-", "the file", f"has more than {MAX_ROWS:,} rows; split it"))
                break
            item = _read_row(columns, cells, where, problems)
            if item is not None and item.id in seen:
                problems.append(Problem(where, item.id, "id", "appears twice; give one of the two another id"))
            elif item is not None:
                seen.add(item.id)
                items.append((item, _change(item, bank.get(item.id))))
    except csv.Error as error:
        problems.append(
            Problem(file, "-", "the file", f"is not CSV ({error}); close any open quote, or export it again")
        )
    if not items and not problems:
        problems.append(Problem(file, "-", "the file", "has no rows; the first line names the columns"))
    return CsvPreview(tuple(items), tuple(problems))


def _rows(text: str) -> Iterator[list[str]]:
    """The rows, whatever parts the cells."""
    rows, mark = rows_and_mark(text)
    return csv.reader(io.StringIO(rows), delimiter=mark, strict=True)


def _wrong_head(columns: Sequence[str]) -> str | None:
    """What is wrong with the first line; None for an empty table, which has other problems."""
    absent = [name for name in _NEEDED if columns and name not in columns]
    if absent:
        return f"has no column {absent[0]!r} in its first line; begin with a table as `export csv` writes it"
    twice = [name for name, times in Counter(columns).items() if name and times > 1]
    return f"has the column {twice[0]!r} twice in its first line; remove or rename one" if twice else None


def _change(item: AnyItem, before: AnyItem | None) -> Change:
    return Change.NEW if before is None else Change.SAME if before == item else Change.CHANGED


def _read_row(columns: list[str], cells: list[str], where: str, problems: list[Problem]) -> AnyItem | None:
    row = dict(zip(columns, cells, strict=False))
    item_id = (row.get("id") or "(no id)")[:80]
    if len(cells) != len(columns):
        problems.append(Problem(where, item_id, "the row", "has more or fewer cells than the header; check its quotes"))
        return None
    if column := _may_be_grouped(row):
        given = row[column]
        what = f"{given!r} may be {float(given):g} or {given.replace('.', '')}; write the one that you mean"
        problems.append(Problem(where, item_id, column, what))
        return None
    try:
        return _ITEM.validate_python(_nested(_filled(row)))
    except ValidationError as error:
        problems += problems_of(error, where, item_id, Item, None)  # columns count from 1, and name no ids
    except (AttributeError, TypeError, ValueError, RecursionError):  # a number of 5,000 digits is no JSONDecodeError
        problems.append(Problem(where, item_id, "the columns", "contradict each other; name them as an export does"))
    return None


def _may_be_grouped(row: Mapping[str, str]) -> str | None:
    """The first column whose number could be read in two ways, as 1.000 could: a point may part thousands."""
    if row.get("kind") not in _KINDS_WITH_NUMBERS:
        return None
    numbers = (column for column in row if column.rpartition(".")[2] in _NUMBERS)
    return next((column for column in numbers if _GROUPED.fullmatch(row[column])), None)


def _filled(row: Mapping[str, str]) -> dict[str, str]:
    """The cells that say something; an empty one does where a number has no unit."""
    kind = KINDS.get(row.get("kind", ""))
    empty = _MAY_BE_EMPTY.intersection(kind.model_fields if kind else ())
    return {name: value for name, value in row.items() if value != "" or name in empty}


def _flat(value: Any, path: str = "") -> dict[str, str]:
    leaf = path.rsplit(".", 1)[-1]
    if leaf in _JSON:
        return {path: json.dumps(value, ensure_ascii=False)} if value else {}
    if leaf in _LISTS:
        return {path: _listed(value)} if value else {}
    if isinstance(value, dict):
        return {k: v for name, one in value.items() for k, v in _flat(one, f"{path}.{name}".lstrip(".")).items()}
    if isinstance(value, list):
        return {k: v for number, one in enumerate(value, 1) for k, v in _flat(one, f"{path}.{number}").items()}
    if isinstance(value, bool):
        return {path: "true" if value else "false"}
    return {path: repr(value) if isinstance(value, int | float) else _safe(str(value))}


def _nested(cells: Mapping[str, str]) -> Any:
    root: dict[str, Any] = {}
    for column, text in cells.items():
        here = root
        *way, leaf = column.split(".")
        for step in way:
            here = here.setdefault(step, {})
        here[leaf] = _cell(leaf, text)
    return _with_lists(root)


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(name.isdecimal() for name in value):
        return [_with_lists(value[name]) for name in sorted(value, key=int)]
    return {name: one if name in _JSON else _with_lists(one) for name, one in value.items()}


def _cell(leaf: str, text: str) -> Any:
    if leaf in _JSON:
        return json.loads(text)
    plain = text.removeprefix("'") if text.startswith("'") and text[1:2] in _ESCAPED else text
    if leaf not in _LISTS:
        return plain
    if plain.startswith("["):
        return json.loads(plain)
    return re.findall(r"[^\s,;]+", plain) if leaf in _IDS else plain.split("\n")


def _listed(texts: list[str]) -> str:
    """A line each; texts that lines cannot hold apart stand as JSON."""
    if texts[0].startswith("[") or any("\n" in text for text in texts):
        return json.dumps(texts, ensure_ascii=False)
    return _safe("\n".join(texts))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_ESCAPED) else text


def _place(column: str) -> tuple[tuple[str, int], ...]:
    return tuple((part, 0) if not part.isdecimal() else ("", int(part)) for part in column.split("."))
