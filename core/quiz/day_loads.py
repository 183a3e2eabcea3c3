"""Bars by day: their scale, the days written below them, and the fullest one. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.language.numbers import day_and_short_month
from core.language.text import t
from core.numbers.nice_numbers import round_up

_STEPS = (1, 2, 3, 4, 6, 8, 10)
_WRITTEN = 5
"""How many days are written below the axis at most: a phone has no room for more."""


@dataclass(frozen=True)
class DayBar:
    """One day: what is drawn solid, and on top of it what is drawn hatched."""

    day: date
    solid: int
    hatched: int = 0

    @property
    def total(self) -> int:
        """The solid and the hatched part together."""
        return self.solid + self.hatched


def scale_top(most: int) -> int:
    """The even number at which the scale of the bars ends, the first of a row that people count in.

    >>> [scale_top(most) for most in (0, 3, 9, 21, 66, 870)]
    [4, 4, 10, 30, 80, 1000]
    """
    return max(4, int(round_up(max(most, 1), _STEPS)))


def axis_days(bars: Sequence[DayBar]) -> tuple[tuple[int, str], ...]:
    """The places under which a day is written, with its words: from today every seventh, or fewer for want of room.

    The last day is written too where a third of the axis would be left without.

    >>> axis_days([DayBar(date(2026, 3, 1 + n), n) for n in range(9)])
    ((0, 'today'), (7, '8 Mar'))
    """
    apart = 7 * max(1, math.ceil(len(bars) / (7 * _WRITTEN)))
    places = [*range(0, len(bars), apart)]
    if places and len(bars) - 1 - places[-1] >= len(bars) / 3:
        places.append(len(bars) - 1)
    return tuple((place, day_and_short_month(bars[place].day) if place else t("today")) for place in places)


def fullest(bars: Sequence[DayBar]) -> DayBar | None:
    """The first of the days with most to do; None when there is nothing to do."""
    found = max(bars, key=lambda bar: bar.total, default=None)
    return found if found and found.total else None
