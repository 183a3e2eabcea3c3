"""The result in words: the headline with its range, the facts below it, and which line of the formula it is. Pure."""

from dataclasses import dataclass
from functools import reduce
from math import inf

from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened
from core.calculator_page.precise import precise, precise_span
from core.calculators.model import Quantity, Step, Unit
from core.language.text import t
from core.numbers.number_format import parse, without_unit

_MOST_FACTS = 4
_NEAR = 0.02
_SAID = ("/h", "$", " h", "GiB", "×", "%")
"""How the results of lines end that are no plain numbers; dollars stand before or after theirs."""
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
    if is_stated_range(opened):
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


def is_stated_range(opened: Opened) -> bool:
    """Whether the first quantity is a range that the chapter states: its middle is shown nowhere."""
    return is_ranged(opened.result.quantities[0]) and layout_of(opened.calculator).range_first(opened.inputs)


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
    """The line of the formula that comes to the headline: to its number, or to an end of its range.

    Of lines that come near it, it is the nearest; of those that are as near, the last.
    """
    steps, first = opened.result.steps, opened.result.quantities[0]
    ends = (first.low, first.high) if layout_of(opened.calculator).range_first(opened.inputs) else ()
    wanted = [number for number in (first.value, *ends) if number]
    alike = [(_distance(step, wanted), step) for step in reversed(steps) if _has_unit(step, first.unit)]
    distance, nearest = min(alike, key=lambda one: one[0], default=(inf, None))
    return nearest if distance <= _NEAR else None


def _has_unit(step: Step, unit: Unit) -> bool:
    """Whether a line comes to something of this kind: hours are no dollars, and no number of times either."""
    said = next((one for one in _SAID if step.result.endswith(one) or (one == "$" and one in step.result)), "")
    return said == {Unit.USD: "$", Unit.HOURS: " h", Unit.GIB: "GiB"}.get(unit, "")


def _distance(step: Step, wanted: list[float]) -> float:
    """How far the result of a line is from the nearest of these numbers, as a share of it."""
    found = parse(step.result)
    return min((abs(found - number) / abs(number) for number in wanted), default=inf) if found is not None else inf
