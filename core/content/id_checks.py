"""Rules on ids and names: a page, an address and a translation know a block or an option by its id. Pure."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from core.content.base import Entry
from core.content.findings import Finding
from core.content.models import MANY, SINGLE, Content

_BY_OTHERS = ("graphs", "agendas")
"""Kinds whose own rules tell it in their own words."""


def parts_have_ids_of_their_own(content: Content) -> Iterator[Finding]:
    """No two parts of a list have one id: two blocks of a lesson, two options of a question."""
    for kind in (*SINGLE, *MANY):
        found = getattr(content, kind)
        for entry in found if isinstance(found, tuple) else (found,):
            for place, part_id, count in () if kind in _BY_OTHERS else _doubles(entry):
                yield kind, entry.id, place, f"{part_id!r} appears {count} times; give each its own id"


def _doubles(entry: Entry, place: str = "") -> Iterator[tuple[str, str, int]]:
    for name in type(entry).model_fields:
        parts = _parts(getattr(entry, name))
        if not parts:
            continue
        where = f"{place}.{name}".lstrip(".")
        ids = Counter(part.id for part in parts if hasattr(part, "id"))
        yield from ((where, part_id, count) for part_id, count in ids.items() if count > 1)
        for part in parts:
            yield from _doubles(part, f"{where}.{getattr(part, 'id', '')}".rstrip("."))


def _parts(value: Any) -> tuple[Any, ...]:
    return tuple(part for part in value if isinstance(part, Entry)) if isinstance(value, tuple) else ()


def blocks_have_ids_of_their_own(content: Content) -> Iterator[Finding]:
    """No two lessons have a block of one id: a link names the block alone."""
    lesson_of: dict[str, str] = {}
    for lesson in content.lessons:
        for block in lesson.blocks:
            first = lesson_of.setdefault(block.id, lesson.id)
            if first != lesson.id:
                what = f"{block.id!r} is already a block of the lesson {first!r}; give one of the two another id"
                yield "lessons", lesson.id, "blocks", what


def terms_have_names_of_their_own(content: Content) -> Iterator[Finding]:
    """No term is in the glossary twice, under two ids, or once as another name of another term."""
    first: dict[str, str] = {}
    other = {name.casefold(): term.id for term in content.terms for name in term.also}
    for term in content.terms:
        name = term.term.casefold()
        earlier, known_as = first.setdefault(name, term.id), other.get(name, term.id)
        if earlier != term.id:
            yield "terms", term.id, "term", f"{term.term!r} is already the term {earlier!r}; change that entry instead"
        elif known_as != term.id:
            what = f"{term.term!r} is another name of the term {known_as!r}; change that entry instead"
            yield "terms", term.id, "term", what


ID_RULES = (parts_have_ids_of_their_own, blocks_have_ids_of_their_own, terms_have_names_of_their_own)
