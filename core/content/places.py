"""Where in an entry something is wrong: the path in words, and the fields at that place. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from core.content.base import Entry


@dataclass(frozen=True)
class Place:
    """A place in an entry: `steps.vote-sixty-pairs.seconds`. `fields` and `kinds` are what may stand around it."""

    name: str
    fields: tuple[str, ...]
    kinds: tuple[str, ...]
    unwritten: tuple[str, ...]
    """Those of the fields that do not stand there yet."""


def place_of(schema: Any, value: Any, location: Sequence[int | str]) -> Place:
    """The place that a validation's location means: an entry of a list goes by its id, else by its number from 1.

    Args:
        schema: what the entry was validated against; None when it is not known.
        value: the entry as it was given.
        location: the way as pydantic says it, with places in lists from 0 and the kinds of tagged unions.
    """
    words: list[str] = []
    around = beside = None
    for part in location:
        members = tuple(_members(schema))
        around, beside = schema, value
        if isinstance(part, int):
            words.append(_name_in_list(value, part))
            schema, value = _element(members), _at(value, part)
        elif tagged := _of_kind(members, part):
            schema = around = tagged
        else:
            words.append(part)
            schema, value = _field(members, part), _at(value, part)
    models = _models(tuple(_members(around)))
    fields, kinds = _names(models), tuple(kind for model in models for kind in _kinds(model))
    there = beside if isinstance(beside, dict) else {}
    return Place(".".join(words), fields, kinds, tuple(name for name in fields if name not in there))


def _members(schema: Any) -> Iterator[Any]:
    """What a type may be, without what it is annotated with: the members of a union, or the type alone."""
    if get_origin(schema) is Annotated:
        yield from _members(get_args(schema)[0])
    elif get_origin(schema) in (Union, UnionType):
        for member in get_args(schema):
            yield from _members(member)
    else:
        yield schema


def _models(members: Sequence[Any]) -> list[type[Entry]]:
    return [member for member in members if isinstance(member, type) and issubclass(member, Entry)]


def _of_kind(members: Sequence[Any], kind: str) -> type[Entry] | None:
    """The model that a tagged union has for a kind; None where there is no such union."""
    models = _models(members)
    if len(models) < 2:
        return None
    return next((model for model in models if kind in _kinds(model)), None)


def _kinds(model: type[Entry]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()


def _element(members: Sequence[Any]) -> Any:
    return next((get_args(member)[0] for member in members if get_origin(member) is tuple), None)


def _field(members: Sequence[Any], name: str) -> Any:
    for model in _models(members):
        for field_name, field in model.model_fields.items():
            if name in (field_name, field.alias):
                return field.annotation
    return None


def _names(models: Sequence[type[Entry]]) -> tuple[str, ...]:
    return tuple(field.alias or name for model in models for name, field in model.model_fields.items())


def _at(value: Any, part: int | str) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    return value[part] if isinstance(value, list | tuple) and isinstance(part, int) and part < len(value) else None


def _name_in_list(value: Any, number: int) -> str:
    found = _at(value, number)
    name = found.get("id") if isinstance(found, dict) else None
    return name[:80] if isinstance(name, str) and name else str(number + 1)
