"""`python -m core import FILE.csv [-o FILE.yaml]`: shows what a table would change, and writes it as content."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from core.content.checks import check_content
from core.content.items import AnyItem
from core.content.loader import load_unchecked
from core.content.models import Content
from core.content.problems import ContentError, Problem
from core.export.csv_items import FIRST, MAX_CHARACTERS, Change, CsvPreview, read_csv
from core.text.bounded_file import TooLargeError, bounded_bytes
from core.text.table_text import table_text, why_unread

_HEADER = "# yaml-language-server: $schema=../../docs/schemas/items.json\n"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("import", help="show what a CSV table of items would change, and write it as YAML")
    parser.add_argument("table", type=Path, help="a table as `export csv` writes it")
    parser.add_argument("-o", "--output", type=Path, help="a new file in content/items for the items that changed")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the preview; writes the changed items when nothing is wrong and an output is named; else 1."""
    try:
        content = load_unchecked()
        with args.table.open("rb") as file:
            text = table_text(bounded_bytes(file, MAX_CHARACTERS))
        preview = read_csv(text, content.item_by_id, args.table.name)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except TooLargeError as error:
        print(f"{args.table}: the file is {error}; split it.", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{args.table}: {why_unread(error)}", file=sys.stderr)
        return 1
    changed = _changed(preview)
    problems = (*preview.problems, *_beside_the_rest(content, changed, args.table.name))
    _show(preview, problems)
    if problems:
        count = len(problems)
        print(f"{count} problem{'' if count == 1 else 's'}. Nothing was written.")
        return 1
    return 0 if args.output is None else _write(changed, args.output, preview.count(Change.CHANGED) > 0)


def _changed(preview: CsvPreview) -> list[AnyItem]:
    return [item for item, change in preview.items if change is not Change.SAME]


def _beside_the_rest(content: Content, changed: Sequence[AnyItem], table: str) -> tuple[Problem, ...]:
    """What `core check` would say of the changed items, once they are in the content: of a claim that it lacks."""
    ids = {item.id for item in changed}
    parts = {name: getattr(content, name) for name in Content.model_fields}
    items = (*(item for item in content.items if item.id not in ids), *changed)
    found = check_content(Content.model_construct(**parts | {"items": items}))
    own = (one for one in found if one[0] == "items" and one[1] in ids)
    return tuple(Problem(table, name, field, what) for _, name, field, what in own)


def _write(changed: Sequence[AnyItem], output: Path, has_older: bool) -> int:
    try:
        with output.open("x", encoding="utf-8") as file:  # a place that cannot be written is told in any case
            file.write(_yaml(changed))
        if not changed:
            output.unlink()
            print("The bank holds all of this. Nothing was written.")
            return 0
    except FileExistsError:
        print(f"{output} already exists; name a new file. Nothing was written.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{output} cannot be written ({error.strerror}); name another file.", file=sys.stderr)
        return 1
    first = "Remove changed items from their old files, then run" if has_older else "Now run"
    print(f"ok: written to {output}. {first} `python -m core check`.")
    return 0


def _show(preview: CsvPreview, problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem)
    for item, change in preview.items:
        if change is not Change.SAME:
            print(f"{change.value}: {item.id}")
    counts = (f"{preview.count(change)} {change.value}" for change in Change)
    print(", ".join(counts))


def _yaml(items: Iterable[AnyItem]) -> str:
    written = [_as_written(item) for item in items]
    return _HEADER + yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=118)


def _as_written(item: AnyItem) -> dict[str, object]:
    """An item's fields in the order in which authors write them."""
    fields = item.model_dump(mode="json", exclude_defaults=True)
    return {name: fields.pop(name) for name in FIRST if name in fields} | fields
