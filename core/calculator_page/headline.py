"""The result in words: the headline with its range, the facts below it, and which line of the formula it is. Pure."""

from dataclasses import dataclass
from functools import reduce

from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened
from core.calculator_page.precise import precise, precise_span
from core.calculators.model import Quantity, Step, Unit
from core.language.text import t
from core.numbers.number_format import parse, without_unit

_MOST_FACTS = 4
_NEAR = 0.02
_SAID_BY_LABELS = ("parameters", "tokens", "tokens/s", "FLOP")


@dataclass(frozen=True)
class Headline:
    """The biggest result: its label, the number, and its range or what to compare it with."""

    label: str
    number: str
    range: str


def headline(opened: Opened) -> Headline:
    """The calculator's first quantity; where the chapter states a range, the range itself is the number."""
    first, layout = opened.result.quantities[0], layout_of(opened.calculator)
    aside = layout.aside(opened.inputs, opened.result)
    if is_ranged(first) and layout.range_first(opened.inputs):
        return Headline(first.label, range_words(first), aside)
    return Headline(
        first.label,
        number_words(first),
        aside or (_likely(first) if is_ranged(first) else ""),
    )


def number_words(q: Quantity) -> str:
    """A value as a headline."""
    return precise(q.value, q.unit.value)


def range_words(q: Quantity) -> str:
    """A quantity's range, or its value where it has none.

    >>> from core.calculators.model import Unit
    >>> range_words(Quantity("c", "", 25, Unit.USD, 10, 40)), range_words(Quantity("c", "", 25, Unit.USD))
    ('$10–40', '$25')
    """
    return number_words(q) if q.low is None or q.high is None else precise_span(q.low, q.high, q.unit.value)


@dataclass(frozen=True)
class Fact:
    """One of the big results under the headline."""

    number: str
    label: str
    note: str


def facts(opened: Opened) -> tuple[Fact, ...]:
    """The results shown under the headline, at most four."""
    wanted = layout_of(opened.calculator).facts
    by_id = {q.id: q for q in opened.result.quantities[1:]}
    chosen = tuple(by_id[name] for name in wanted if name in by_id) if wanted else tuple(by_id.values())
    stated = layout_of(opened.calculator).range_first(opened.inputs)
    return tuple(_fact(q, stated) for q in chosen[:_MOST_FACTS])


def is_ranged(q: Quantity) -> bool:
    """Whether a quantity has a range that is wider than nothing."""
    return q.low is not None and q.high is not None and q.low < q.high


def _fact(q: Quantity, stated: bool) -> Fact:
    if not is_ranged(q):
        return Fact(_bare(number_words(q)), q.label, "")
    if stated:
        return Fact(range_words(q), q.label, "")
    listed = q.unit is Unit.USD_PER_HOUR
    around = t("{range_words} in the lists", range_words=range_words(q)) if listed else _likely(q)
    return Fact(_bare(number_words(q)), q.label, around)


def _likely(q: Quantity) -> str:
    return t("{range_words} is likely", range_words=range_words(q))


def _bare(words: str) -> str:
    """A number without the unit that its label says."""
    return reduce(without_unit, _SAID_BY_LABELS, words)


def marked_step(opened: Opened) -> Step | None:
    """The line of the formula that comes to the headline: the last that equals its value or an end of its range."""
    steps, first = opened.result.steps, opened.result.quantities[0]
    wanted = [number for number in (first.value, first.low, first.high) if number]
    return next((step for step in reversed(steps) if _comes_to(step, wanted)), None)


def _comes_to(step: Step, wanted: list[float]) -> bool:
    found = parse(step.result)
    return found is not None and any(abs(found - number) <= _NEAR * abs(number) for number in wanted)
