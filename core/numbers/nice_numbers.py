"""Round numbers for axes and bins: the next one up, and the ticks between two ends. Pure."""

from collections.abc import Sequence
from math import ceil, floor, log10

_NICE = (1, 2, 2.5, 5, 10)


def round_up(value: float, steps: Sequence[float]) -> float:
    """The smallest of `steps` times a power of ten that is at least `value`; both are positive, `steps` run 1 to 10.

    >>> round_up(23, (1, 2, 5, 10)), round_up(2.1, (1, 2.5, 5, 10))
    (50.0, 2.5)
    """
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in steps if step * power >= value)


def nice_ticks(low: float, high: float, outside: bool = False) -> tuple[float, ...]:
    """Round values from `low` to `high`, about five; with `outside` the first and last lie at or beyond the ends.

    >>> nice_ticks(10, 600), nice_ticks(0, 0.3), nice_ticks(0, 14_200)
    ((200.0, 400.0, 600.0), (0.0, 0.1, 0.2, 0.3), (0.0, 5000.0, 10000.0))
    >>> nice_ticks(0, 3.9, outside=True)
    (0.0, 1.0, 2.0, 3.0, 4.0)
    """
    step = round_up(max(high - low, 1e-9) / 4 * 0.999, _NICE)
    first, last = round(low / step, 9), round(high / step, 9)  # 0.3 is three steps of 0.1
    ends = (floor(first), ceil(last)) if outside else (ceil(first), floor(last))
    return tuple(float(f"{n * step:.6g}") for n in range(ends[0], ends[1] + 1))
