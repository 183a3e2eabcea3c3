"""What a query names among the choices of a calculator that it finds: the calculator opens with it chosen. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from core.calculator_page.layout import layout_of, shown_names
from core.calculators.reading import extra_of
from core.calculators.registry import calculators
from core.content.price_rows import ApiKind
from core.content.reference import Reference
from core.join.entity import Kind, Place
from core.search.spelling import words_of

_ROWS: Mapping[str, Callable[[Reference], Iterator[tuple[str, tuple[str, ...]]]]] = {
    "models": lambda tables: ((one.name, (one.name, *one.aliases)) for one in tables.models),
    "gpus": lambda tables: ((one.name, (one.name, *one.aliases)) for one in tables.gpus),
    "api_models": lambda tables: ((one.id, (one.model,)) for one in tables.api_prices if one.kind is ApiKind.CHAT),
}
"""By the table that a field lets one choose from: what stands in an address, and the names that people type."""


def with_chosen(place: Place, query: str, tables: Reference) -> Place:
    """The place of a calculator with the model, GPU or price that the query names in full; any other as it is."""
    calculator = calculators().get(place.entity.id) if place.entity.kind is Kind.CALCULATOR else None
    if calculator is None:
        return place
    words, start = set(words_of(query)), calculator.inputs()
    first, more = shown_names(layout_of(calculator), start, tables)
    asked = (name for name in (*first, *more) if not name.startswith("embedding"))
    choices = {name: str(extra_of(calculator.inputs.model_fields[name]).get("choices")) for name in asked}
    found = {name: _named(words, _ROWS[table](tables)) for name, table in choices.items() if table in _ROWS}
    return replace(place, params={**place.params, **{name: value for name, value in found.items() if value}})


def _named(words: set[str], rows: Iterator[tuple[str, tuple[str, ...]]]) -> str | None:
    """The row that has the longest name of these words; None where there is none, or two."""
    said = [(len(parts), value) for value, names in rows for name in names if words.issuperset(parts := _parts(name))]
    most = max((length for length, _ in said), default=0)
    longest = {value for length, value in said if length == most}
    return longest.pop() if len(longest) == 1 else None


@lru_cache(maxsize=2_000)
def _parts(name: str) -> frozenset[str]:
    return frozenset(words_of(name))
