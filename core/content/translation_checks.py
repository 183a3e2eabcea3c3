"""What a translation must keep to, as the English does: well-formed entries, lengths, twins, stems. Pure."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from core.content.base import Entry
from core.content.choice_items import Case
from core.content.findings import Finding
from core.content.interview_items import FreeAnswer
from core.content.item_checks import lengths_give_nothing_away, stems_differ, twins_differ_in_one_fact
from core.content.models import MANY, SINGLE, Content
from core.content.problems import Problem, problems_of
from core.content.translation import part_name, parts_of

Place = tuple[str, str]
"""Where an entry stands: the kind of content, and its id."""

_RULES = (stems_differ, lengths_give_nothing_away, twins_differ_in_one_fact)
_REVALIDATED = ("items", "lab")
"""Kinds whose texts hang together: gaps with their list, changed words with the situation, gaps with figures."""


def form_problems(kind: str, entry: Entry, file: str) -> tuple[Problem, ...]:
    """What is wrong with one translated entry by itself."""
    if kind not in _REVALIDATED:
        return ()
    value = entry.model_dump(by_alias=True)
    try:
        type(entry).model_validate(value)
    except ValidationError as error:
        return problems_of(error, file, str(getattr(entry, "id", "")), type(entry), value)
    return ()


def bank_findings(content: Content) -> Iterator[Finding]:
    """Findings across the translated items; twins of which one is not translated are not compared."""
    done = {item.id: item for item in content.items if content.is_translated(item)}
    items = tuple(item for item in done.values() if not isinstance(item, Case) or item.twin in done)
    translated = Content.model_construct(
        **{**{kind: getattr(content, kind) for kind in (*SINGLE, *MANY)}, "items": items}
    )
    for rule in _RULES:
        yield from rule(translated)


def untranslated(content: Content) -> Iterator[Place]:
    """What is still in English. Interview questions are on purpose: answers to them are marked in English."""
    for kind in MANY:
        for entry in getattr(content, kind):
            yield from _left(content, kind, entry)
    for part in (*content.guide.questions, *content.guide.outcomes):
        yield from _left(content, "guide", part)
    yield from (("chapter", part_id) for part_id in _parts_left(content, content.chapter))


def _left(content: Content, kind: str, entry: Any) -> Iterator[Place]:
    if content.is_translated(entry):
        yield from ((kind, f"{entry.id}.{part_id}") for part_id in _parts_left(content, entry))
    elif not isinstance(entry, FreeAnswer):
        yield kind, str(entry.id)


def _parts_left(content: Content, entry: Entry) -> Iterator[str]:
    for part in parts_of(entry):
        if part_name(entry, part) not in content.translated_parts:
            yield str(getattr(part, "id", ""))
