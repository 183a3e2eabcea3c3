"""Results as the page writes them: one digit more than in running text, where they are that exact. Pure."""

from core.language import english_numbers as english
from core.language.numbers import in_figures
from core.numbers.number_format import hardly_a_month, unit_words


def precise(value: float, unit: str) -> str:
    """A value with its unit.

    >>> precise(45.53, "GiB"), precise(12_500, "usd"), precise(0.1426, "%"), precise(6.25e-6, "%")
    ('45.5 GiB', '$12,500', '0.143 %', '0.00000625 %')
    >>> precise(4_587_520, "parameters"), precise(0.0004, "usd"), precise(416.67, "h")
    ('4.59M parameters', '$0.0004', '416.7 h')
    """
    return in_figures(_precise(value, unit))


def precise_span(low: float, high: float, unit: str) -> str:
    """A range with its unit once.

    >>> precise_span(262, 1_048, "usd"), precise_span(41.04, 50.2, "GiB"), precise_span(436, 5_212, "ms")
    ('$262–1,048', '41–50.2 GiB', '436–5,212 ms')
    """
    return in_figures(_precise_span(low, high, unit))


def _precise(value: float, unit: str) -> str:
    if unit == "usd" and 1_000 <= abs(value) < 100_000:
        return f"${value:,.0f}"
    if unit in ("GiB", "h") and 10 <= abs(value) < 1_000:
        return f"{value:.1f}".removesuffix(".0") + f" {unit_words(unit)}"
    if unit == "%" and not 99.95 <= value < 100:
        return f"{english.without_exponent(f'{value:.3g}')} %"
    if unit in ("tokens", "tokens/s", "count", "ms") and 100 <= abs(value) < 100_000:
        return f"{value:,.0f} {'' if unit == 'count' else unit_words(unit)}".rstrip()
    if unit == "parameters" and 1e6 <= value < 1e12:
        number, letter = english.scaled(value)
        return f"{number:.3g}{letter} {unit_words(unit)}"
    return hardly_a_month(value, unit) or english.with_unit(value, unit_words(unit))


def _precise_span(low: float, high: float, unit: str) -> str:
    ends = _precise(low, unit), _precise(high, unit)
    if ends[0] == ends[1]:
        return ends[1]
    tail = f" {unit_words(unit)}"
    if unit in ("GiB", "h", "ms", "tokens/s") and all(end.removesuffix(tail)[-1].isdecimal() for end in ends):
        return f"{ends[0].removesuffix(tail)}–{ends[1]}"
    if unit == "usd":
        return english.usd_span(low, high)
    return english.span(low, high, unit_words(unit))
