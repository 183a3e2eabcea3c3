"""What a figure of a calculator shows, as data: a stacked bar, bars with ranges, curves, or points. Pure.

Plotly on the page, SVG in a file and the table below the figure are all made from these.
"""

from dataclasses import dataclass
from typing import TypeAlias

from core.calculator_page.precise import precise, precise_span
from core.language.numbers import decimal
from core.language.text import t
from core.numbers.number_format import unit_words, with_unit, without_unit

Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Limit:
    """A line that a bar may or may not cross."""

    value: float
    label: str


@dataclass(frozen=True)
class Part:
    """One part of a whole; its id says how it is filled."""

    label: str
    value: float
    id: str = ""


@dataclass(frozen=True)
class Stack:
    """The parts of one whole in one bar, with limits. `alt` is the finding in one sentence."""

    id: str
    alt: str
    unit: str
    parts: tuple[Part, ...]
    limits: tuple[Limit, ...] = ()

    @property
    def rows(self) -> Rows:
        """The figure as a table: a head, then a part a row."""
        return (t("Part"), self.unit), *((part.label, decimal(part.value, 2)) for part in self.parts)


@dataclass(frozen=True)
class Bar:
    """One bar: a value, its range where it has one, and whether it is the reader's own.

    `middle` is false where only the range was stated: then its middle is nobody's figure, and is not shown.
    """

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    own: bool = False
    category: str = ""
    middle: bool = True

    @property
    def is_ranged(self) -> bool:
        """Whether it is drawn between the ends of its range instead of from zero."""
        return self.low is not None and self.high is not None and self.high > self.low

    @property
    def has_dot(self) -> bool:
        """Whether its value is marked by a dot within its range."""
        return self.is_ranged and self.middle

    def words(self, unit: str) -> str:
        """The value with its range, which does not repeat the unit: on a phone the two have one line."""
        said = precise(self.value, unit)
        if self.low is None or self.high is None or self.low == self.high:
            return said
        ends = precise_span(self.low, self.high, unit)
        return f"{said} ({without_unit(ends, unit)})" if self.middle else ends


@dataclass(frozen=True)
class Bars:
    """Bars under each other on one scale, from zero; one limit at most. `title` says of what, where no name does."""

    id: str
    alt: str
    unit: str
    bars: tuple[Bar, ...]
    limit: Limit | None = None
    title: str = ""

    @property
    def highest(self) -> float:
        """How far its scale has to reach: to the end of each bar, and to the limit."""
        return max(*(bar.high or bar.value for bar in self.bars), self.limit.value if self.limit else 0.0)

    @property
    def rows(self) -> Rows:
        """The figure as a table: a head, then a bar a row."""
        return (t("What"), self.unit.upper() if self.unit == "usd" else unit_words(self.unit) or t("Value")), *(
            (bar.label, bar.words(self.unit)) for bar in self.bars
        )


@dataclass(frozen=True)
class Line:
    """One curve, named at its end; `category` is a colour token."""

    name: str
    category: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Mark:
    """A point that matters in a figure, with its label and the labels beside it."""

    x: float
    y: float
    words: str
    short: str


@dataclass(frozen=True)
class Lines:
    """Curves over one axis, with the points where they cross."""

    id: str
    alt: str
    unit: str
    x_title: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def highest(self) -> float:
        """The highest point of all curves."""
        return max(y for line in self.lines for _, y in line.points)

    @property
    def last(self) -> float:
        """The end of the axis."""
        return self.lines[0].points[-1][0]

    @property
    def rows(self) -> Rows:
        """The figure as a table: a head, then some thirteen values of x."""
        xs = [x for x, _ in self.lines[0].points]
        every = max(1, len(xs) // 12)
        kept = sorted({*range(0, len(xs), every), len(xs) - 1})
        head = (self.x_title, *(line.name for line in self.lines))
        return head, *((f"{xs[i]:g}", *(precise(line.points[i][1], self.unit) for line in self.lines)) for i in kept)


@dataclass(frozen=True)
class Point:
    """One published case, or the reader's own with its range of y."""

    label: str
    x: float
    y: float
    low: float | None = None
    high: float | None = None
    own: bool = False
    source: str = ""


@dataclass(frozen=True)
class Points:
    """Cases on two log scales."""

    id: str
    alt: str
    x_title: str
    y_title: str
    x_unit: str
    y_unit: str
    points: tuple[Point, ...]

    @property
    def rows(self) -> Rows:
        """The figure as a table: a head, then a case a row."""
        head = (t("Run"), self.x_title, self.y_title, t("Source"))
        return head, *(
            (p.label, with_unit(p.x, self.x_unit), with_unit(p.y, self.y_unit), p.source or t("this page"))
            for p in self.points
        )


Figure: TypeAlias = Stack | Bars | Lines | Points
