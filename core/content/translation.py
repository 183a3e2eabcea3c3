"""Puts a translation over content: entries by id, each holding the translated texts of one English entry. Pure.

What an entry says is translated whole or not at all, so that no page mixes two languages in one paragraph; what has no
translation stays English, and `Content.is_translated` says so. Ids, numbers, sources and links cannot be changed, nor
the chapter's quotation. A value that is no text may be repeated, to say which entry of a list is meant; a text that was
left at its default is said by the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_type_hints

from core.content.base import Entry, Line, Text
from core.content.graphs import EdgeLabel
from core.content.item_base import ItemBase
from core.content.lab import LabRun, LabStation
from core.content.lines import id_as_read
from core.content.problems import cut_at_comma, suggestion
from core.content.yaml_text import Value

KEPT = {
    "Graph": {"drops"},
    "Quotation": {"text"},
    "LabCurve": {"curve"},
    "LabFigure": {"figure"},
    "Recorded": {"figure"},
    "Misconception": {"contrary"},
}
"""Texts that stay as they are in every language: the chapter's words, names of things, and what marking reads."""
FREE = {"Term": {"also"}, "ShortText": {"variants"}, "Gap": {"variants"}, "NearMiss": {"texts"}}
"""Lists that may have another number of texts in another language, or be left out."""
_SAME_ID = "; give it the id that it has in English, or remove it"
WHOLE = (ItemBase, LabStation, LabRun)
"""What is read in one go: its parts are translated with it, those that have an id as well."""


@dataclass
class Translated:
    """What came of a translation: which entries and parts it says, and what is wrong with it, as (place, message)."""

    names: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def name_of(entry: Entry) -> str:
    """The name of an entry in `Content.translated`: its kind and its id."""
    return f"{type(entry).__name__}:{getattr(entry, 'id', '')}"


def part_name(whole: Entry, part: Entry) -> str:
    """What `Content.translated_parts` knows a part by: two agendas may each have a step of one id."""
    return f"{name_of(whole)}/{name_of(part)}"


def parts_of(entry: Entry) -> Iterator[Entry]:
    """The parts of an entry that are translated by themselves: blocks, options, steps."""
    for _, value in translatable(entry):
        parts = value if isinstance(value, tuple) and not isinstance(entry, WHOLE) else ()
        yield from (part for part in parts if hasattr(part, "id") and any(translatable(part)))


def translate_entry(entry: Entry, given: Value, done: Translated, place: str = "") -> Entry:
    """The entry with the texts that `given` has for it; what is wrong is noted in `done` and left out."""
    if not isinstance(given, dict):
        done.wrong.append((place or "-", "must be a set of fields 'name: text'"))
        return entry
    allowed = dict(translatable(entry))
    changed: dict[str, Any] = {}
    for name, value in given.items():
        where = f"{place}.{name}".lstrip(".")
        if name == "id":
            continue
        if name not in allowed and _is_repeated(entry, name, value):
            continue
        if name not in allowed:
            done.wrong.append((where, _why_not_allowed(entry, name, value, allowed)))
        else:
            free = name in FREE.get(type(entry).__name__, ())
            changed[name] = _translated(allowed[name], value, done, where, free=free)
    missing = [name for name, value in allowed.items() if name not in given and _is_needed(entry, name, value)]
    missing += _parts_left_out(entry, given) if isinstance(entry, WHOLE) else []
    done.wrong += [(f"{place}.{name}".lstrip("."), "is missing; translate an entry whole") for name in missing]
    if hasattr(entry, "id"):
        done.names.add(name_of(entry))
    done.parts |= {part_name(entry, part) for part in _said_parts(entry, given)}
    return entry.model_copy(update=changed)


def _why_not_allowed(entry: Entry, name: str, value: Value, allowed: Iterable[str]) -> str:
    if name in _text_fields(type(entry)) - KEPT.get(type(entry).__name__, set()):
        return "is left out in English; write it there too, or remove it"
    return "is not text that can be translated" + (
        cut_at_comma(name, value) or suggestion(name, allowed) or "; remove it"
    )


def left_at_default(entry: Entry) -> dict[str, str]:
    """The texts of an entry that are defaults of the schema, by field: 'What does this case call for first?'."""
    fields = type(entry).model_fields
    texts = {name: getattr(entry, name) for name in sorted(_text_fields(type(entry)))}
    return {name: text for name, text in texts.items() if isinstance(text, str) and text == fields[name].default}


def _translated(value: Any, given: Value, done: Translated, place: str, *, free: bool) -> Any:
    if isinstance(value, Entry):
        return translate_entry(value, given, done, place)
    if isinstance(value, str):
        return _text(value, given, done, place)
    if isinstance(given, list):
        return _listed(value, given, done, place, free=free)
    done.wrong.append((place, "must be a list; put each entry on a line that starts with '- '"))
    return value


def _listed(value: tuple[Any, ...], given: list[Value], done: Translated, place: str, *, free: bool) -> Any:
    if value and hasattr(value[0], "id"):
        return _by_id(value, given, done, place)
    if free:
        return tuple(_text("", one, done, f"{place}.{n}") for n, one in enumerate(given, 1))
    if len(given) != len(value):
        done.wrong.append((place, f"has {len(given)} entries where English has {len(value)}"))
        return value
    pairs = enumerate(zip(value, given, strict=True), 1)
    return tuple(_translated(one, other, done, f"{place}.{n}", free=False) for n, (one, other) in pairs)


def _text(value: str, given: Value, done: Translated, place: str) -> str:
    if isinstance(given, str) and given.strip():
        return given.strip()
    done.wrong.append((place, "is empty; write it" if given in ("", None) else "is not text; put it in quotes"))
    return value


def _by_id(entries: tuple[Any, ...], given: list[Value], done: Translated, place: str) -> tuple[Any, ...]:
    said: dict[str, Value] = {}
    known = {entry.id: entry for entry in entries}
    for one in given:
        found = id_as_read(one.get("id") if isinstance(one, dict) else None)
        if found not in known:
            done.wrong.append((f"{place}.{found}", f"is not in English{suggestion(found, known) or _SAME_ID}"))
        elif found in said:
            done.wrong.append((f"{place}.{found}", "appears twice; keep one"))
        said[found] = one
    return tuple(
        translate_entry(entry, said[entry.id], done, f"{place}.{entry.id}") if entry.id in said else entry
        for entry in entries
    )


def translatable(entry: Entry) -> Iterator[tuple[str, Any]]:
    """The fields that hold texts, or entries that may have texts."""
    kind = type(entry).__name__
    texts, kept, free = _text_fields(type(entry)), KEPT.get(kind, ()), FREE.get(kind, ())
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        holds = isinstance(value, Entry) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Entry))
        said = name in texts and (name in free or value not in (None, (), type(entry).model_fields[name].default))
        if name not in kept and (holds or said):
            yield name, value


def _parts_left_out(entry: Entry, given: dict[str, Value]) -> list[str]:
    left_out = []
    for name, value in translatable(entry):
        listed = given.get(name)
        parts = [part for part in value if hasattr(part, "id")] if isinstance(value, tuple) else []
        if isinstance(listed, list):
            left_out += [f"{name}.{part.id}" for part in parts if part.id not in _ids_in(listed)]
    return left_out


def _ids_in(listed: list[Value]) -> set[str]:
    """The ids of the parts in a list, as they are read."""
    return {id_as_read(part.get("id")) for part in listed if isinstance(part, dict)}


def _is_repeated(entry: Entry, name: str, given: Value) -> bool:
    return name in type(entry).model_fields and given == getattr(entry, name)


def _is_needed(entry: Entry, name: str, value: Any) -> bool:
    if name in FREE.get(type(entry).__name__, ()):
        return False
    if name in _text_fields(type(entry)):
        return True
    first: Entry = value[0] if isinstance(value, tuple) else value
    return _says(first) and (isinstance(entry, WHOLE) or not hasattr(first, "id"))


def _says(entry: Entry) -> bool:
    return bool(_text_fields(type(entry)) - KEPT.get(type(entry).__name__, set()))


def _said_parts(entry: Entry, given: dict[str, Value]) -> Iterator[Entry]:
    said = {part_id for one in given.values() if isinstance(one, list) for part_id in _ids_in(one)}
    return (part for part in parts_of(entry) if getattr(part, "id", None) in said)


@cache
def _text_fields(model: type[Entry]) -> frozenset[str]:
    """The fields of a model whose type is text: a text, one that may be left out, or several."""
    kinds: list[Any] = [Text, Line, EdgeLabel, Text | None, Line | None, tuple[Text, ...], tuple[Line, ...]]
    hints: Mapping[str, Any] = get_type_hints(model, include_extras=True)
    return frozenset(name for name, hint in hints.items() if any(hint == kind for kind in kinds))
