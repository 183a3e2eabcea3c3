"""The result in words: the headline with its range, the facts below it, and which line of the formula it is. Pure."""

from dataclasses import dataclass

from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened
from core.calculators.model import Quantity, Step, Unit
from core.number_format import parse, span, with_unit

_MOST_FACTS = 4
_NEAR = 0.02


@dataclass(frozen=True)
class Headline:
    """The result that stands biggest: what it is, the number, and its range in words or nothing."""

    label: str
    number: str
    range: str


def headline(opened: Opened) -> Headline:
    """The calculator's first quantity; where the chapter states a range, the range itself is the number."""
    first = opened.result.quantities[0]
    ranged = first.low is not None and first.high is not None and first.low < first.high
    if ranged and layout_of(opened.calculator).range_first(opened.inputs):
        return Headline(first.label, range_words(first), "")
    return Headline(first.label, number_words(first), f"{range_words(first)} is likely" if ranged else "")


def number_words(q: Quantity) -> str:
    """A value as a headline: a digit more than in running text, where that is true to it.

    >>> number_words(Quantity("m", "", 45.53, Unit.GIB)), number_words(Quantity("c", "", 12_500, Unit.USD))
    ('45.5 GiB', '$12,500')
    """
    return precise(q.value, q.unit)


def precise(value: float, unit: Unit) -> str:
    """A value with its unit, a digit more than in running text.

    >>> precise(0.1426, Unit.PERCENT), precise(4_587_520, Unit.PARAMETERS), precise(0.0004, Unit.USD)
    ('0.143 %', '4.59 M parameters', '$0.0004')
    """
    if unit is Unit.USD and 1_000 <= abs(value) < 100_000:
        return f"${value:,.0f}"
    if unit in (Unit.GIB, Unit.HOURS) and 10 <= abs(value) < 1_000:
        return f"{value:.1f}".removesuffix(".0") + f" {unit.value}"
    if unit is Unit.PERCENT:
        return f"{value:.3g} %"
    if unit in (Unit.TOKENS, Unit.TOKENS_PER_S, Unit.COUNT) and 100 <= abs(value) < 100_000:
        return f"{value:,.0f} {'' if unit is Unit.COUNT else unit.value}".rstrip()
    if unit is Unit.PARAMETERS and 1e6 <= value < 1e12:
        scale, letter = (1e9, "B") if value >= 1e9 else (1e6, "M")
        return f"{value / scale:.3g} {letter} parameters"
    return with_unit(value, unit.value)


def range_words(q: Quantity) -> str:
    """A quantity's range, or its value where it has none.

    >>> range_words(Quantity("c", "", 25, Unit.USD, 10, 40)), range_words(Quantity("m", "", 45.5, Unit.GIB, 41, 50))
    ('$10–40', '41–50 GiB')
    """
    if q.low is None or q.high is None:
        return precise(q.value, q.unit)
    if q.low == q.high:
        return precise(q.low, q.unit)
    if q.unit is Unit.GIB and 10 <= q.high < 1_000:
        return f"{q.low:.1f}–{q.high:.1f} GiB".replace(".0–", "–").replace(".0 ", " ")
    return span(q.low, q.high, q.unit.value)


def facts(opened: Opened) -> tuple[Quantity, ...]:
    """The results that stand under the headline, at most four."""
    wanted = layout_of(opened.calculator).facts
    by_id = {q.id: q for q in opened.result.quantities[1:]}
    chosen = tuple(by_id[name] for name in wanted if name in by_id) if wanted else tuple(by_id.values())
    return chosen[:_MOST_FACTS]


def marked_step(opened: Opened) -> Step:
    """The line of the formula that comes to the headline: the last that equals its value or an end of its range."""
    steps, first = opened.result.steps, opened.result.quantities[0]
    wanted = [number for number in (first.value, first.low, first.high) if number]
    near = [step for step in steps if _comes_to(step, wanted)]
    return (near or list(steps))[-1]


def _comes_to(step: Step, wanted: list[float]) -> bool:
    found = parse(step.result)
    return found is not None and any(abs(found - number) <= _NEAR * abs(number) for number in wanted)
