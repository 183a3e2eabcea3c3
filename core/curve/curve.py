"""Small line charts: what they show, and the same as rows of numbers. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import log2

from core.language.numbers import in_figures
from core.language.text import t

Point = tuple[float, float]


class Dash(StrEnum):
    """The styles of a line, so that two lines differ by more than their colour."""

    SOLID = "solid"
    DASH = "dash"
    DOT = "dot"


@dataclass(frozen=True)
class Line:
    """A line, named at its end. `category` is a colour token; ink when it is empty. Points in order of x.

    `spread` is an area in the line's colour: at each x the lowest and the highest value.
    """

    name: str
    points: tuple[Point, ...]
    category: str = ""
    dash: Dash = Dash.SOLID
    spread: tuple[tuple[float, float, float], ...] = ()
    thin: bool = False


@dataclass(frozen=True)
class Axis:
    """One axis: its range, the values that are written on it, and what they count."""

    title: str
    low: float
    high: float
    ticks: tuple[float, ...]
    unit: str = ""
    doubling: bool = False
    """Whether equal steps on the axis double the value; `low` is then above 0."""

    def place(self, value: float) -> float:
        """Where a value lies between the ends, from 0 to 1.

        >>> Axis("score", 0, 10, ()).place(5), round(Axis("rank", 1, 16, (), doubling=True).place(4), 3)
        (0.5, 0.5)
        """
        low, high, here = (log2(v) if self.doubling else v for v in (self.low, self.high, value))
        return (here - low) / (high - low)

    def label(self, value: float) -> str:
        """A value as the axis writes it.

        >>> Axis("score", 0, 100, (0, 50), "\u00a0%").label(50), Axis("margin", -4, 4, ()).label(-2)
        ('50\xa0%', '−2')
        """
        return in_figures(f"{value:,.6g}{self.unit}").replace("-", "−")


@dataclass(frozen=True)
class Band:
    """A stretch of the x axis with a name."""

    low: float
    high: float
    name: str


@dataclass(frozen=True)
class Curve:
    """A chart. `here` are the points that the reader has moved to, each with its words; `label` says what it shows."""

    label: str
    x: Axis
    y: Axis
    lines: tuple[Line, ...]
    here: tuple[tuple[Point, str], ...] = ()
    bands: tuple[Band, ...] = ()


def value_at(line: Line, x: float) -> float:
    """The height of a line at `x`, between its points straight; at its ends level.

    >>> value_at(Line("a", ((0, 0), (10, 5))), 4)
    2.0
    """
    if x <= line.points[0][0]:
        return line.points[0][1]
    for (x0, y0), (x1, y1) in pairwise(line.points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return line.points[-1][1]


def curve_rows(curve: Curve) -> tuple[tuple[str, ...], ...]:
    """The chart as a table: a head, then a row for each tick of x and for where the reader is.

    >>> axis = Axis("x", 0, 2, (0, 2))
    >>> curve_rows(Curve("", axis, axis, (Line("a", ((0, 0), (2, 1))),), (((1, 0.5), "here"),)))
    (('x', 'a'), ('0', '0'), ('1 (you are here)', '0.5'), ('2', '1'))
    """
    here = {x for (x, _), _ in curve.here}
    head = (curve.x.title, *(line.name for line in curve.lines))
    rows = [
        (
            curve.x.label(x) + (f" ({t('you are here')})" if x in here else ""),
            *(curve.y.label(float(f"{value_at(line, x):.3g}")) for line in curve.lines),
        )
        for x in sorted({*curve.x.ticks, *here})
    ]
    return (head, *rows)
