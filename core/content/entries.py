"""Reads the text of one file into entries, each validated against its kind's schema, or says what is wrong. Pure.

The result depends on the text alone and is cached by it: a file that did not change is read once per process.
"""

from functools import cache, lru_cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from core.content.base import Entry
from core.content.items import KINDS
from core.content.lines import id_as_read
from core.content.models import MANY, SINGLE
from core.content.problems import Problem, problems_of
from core.content.yaml_text import Value, YamlError, read_yaml

Read: TypeAlias = "tuple[str, Entry | tuple[Problem, ...]]"
"""An entry, or all that is wrong with it, under its id as it was given; what is no entry of the kind, under `-`."""

_SCHEMAS: dict[str, Any] = {**SINGLE, **MANY}


@lru_cache(maxsize=128)
def entries_in(kind: str, name: str, text: str) -> tuple[Read, ...]:
    """The entries of a file of one kind, in order, with everything that is wrong with it.

    Args:
        kind: what the entries are, such as `items`.
        name: the file's, as problems give it.
        text: what stands in it.
    """
    try:
        value = read_yaml(text)
    except YamlError as error:
        return (_of_file(name, str(error)),)
    if not value:
        return (_of_file(name, "is empty; write its entries, or delete the file"),)
    if kind in SINGLE:
        return (_entry(kind, name, value),)
    if not isinstance(value, list):
        return (_of_file(name, "must be a list; start each entry with '- id: …'"),)
    return tuple(_entry(kind, name, entry) for entry in value)


def _of_file(name: str, what: str) -> Read:
    return "-", (Problem(name, "-", "the file", what),)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    """What validates the entries of a kind; building it takes longer than any entry."""
    return TypeAdapter(_SCHEMAS[kind])


def _entry(kind: str, name: str, value: Value) -> Read:
    if value is None:
        return _of_file(name, "holds a dash with nothing behind it; write '- id: …', or remove the dash")
    if not isinstance(value, dict):
        return _of_file(name, f"holds {str(value)[:40]!r} where an entry should be; write '- id: …'")
    entry_id = id_as_read(value.get("id"))
    if kind != "items" and value.get("kind") in tuple(KINDS):
        return "-", (Problem(name, entry_id, "kind", "is that of an item; move the entry to a file in items/"),)
    try:
        return entry_id, _adapter(kind).validate_python(value)
    except ValidationError as error:
        return entry_id, problems_of(error, name, entry_id, _SCHEMAS[kind], value)
