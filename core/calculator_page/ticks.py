"""Round values for axes, and labels that keep their distance. Pure."""

import math
from collections.abc import Sequence

from core.language.numbers import decimal, in_figures
from core.number_format import unit_words, usd, with_unit

_ROUND = (1, 2, 2.5, 5, 10)


def ticks_up_to(most: float, count: int = 4) -> tuple[float, ...]:
    """Round values from 0 to at most `most`, about `count` of them beyond zero.

    >>> ticks_up_to(80), ticks_up_to(14_200)
    ((0.0, 20.0, 40.0, 60.0, 80.0), (0.0, 5000.0, 10000.0))
    """
    if most <= 0:
        return (0.0,)
    power = 10.0 ** math.floor(math.log10(most / count))
    step = next(power * one for one in _ROUND if power * one >= most / count - 1e-12)
    return tuple(step * n for n in range(math.floor(most / step + 1e-9) + 1))


def axis_words(ticks: Sequence[float], unit: str) -> tuple[str, ...]:
    """The words on an axis: dollars on each, other units on the last alone.

    >>> axis_words((0, 5_000, 12_500), "usd"), axis_words((0, 500), "ms")
    (('$0', '$5,000', '$12,500'), ('0', '500 ms'))
    """
    if unit == "usd":
        return tuple(usd(tick) if tick >= 100_000 or 0 < tick < 100 else in_figures(f"${tick:,.0f}") for tick in ticks)
    plain = tuple(decimal(tick) if 1 <= tick < 100_000 else with_unit(tick, "count") for tick in ticks)
    return (*plain[:-1], f"{plain[-1]} {unit_words(unit)}".rstrip())


def spread_labels(places: Sequence[float], distance: float) -> tuple[float, ...]:
    """The places moved up just so far that no two are nearer than `distance`; their order stays.

    >>> spread_labels([10, 12, 60], 19)
    (10, 29, 60)
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved, last = list(places), -math.inf
    for i in order:
        moved[i] = max(places[i], last + distance)
        last = moved[i]
    return tuple(moved)
