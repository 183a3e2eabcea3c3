"""Small line charts: what they show, as SVG with classes and no colours, and as rows of numbers. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import log2
from xml.etree import ElementTree as ET

from core.diagram.text import text_width
from core.language.numbers import in_figures

Point = tuple[float, float]

_FONT = 14
_TICK_FONT = 13
_LABEL_GAP = 19


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent, its sign kept on the same line.

    >>> percent(0.599)
    '60\xa0%'
    """
    return f"{share:.0%}".replace("%", "\u00a0%")


class Dash(StrEnum):
    """The styles of a line, so that two lines differ by more than their colour."""

    SOLID = "solid"
    DASH = "dash"
    DOT = "dot"


@dataclass(frozen=True)
class Line:
    """A line, named at its end. `category` is a colour token; ink when it is empty. Points in order of x."""

    name: str
    points: tuple[Point, ...]
    category: str = ""
    dash: Dash = Dash.SOLID


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
        """Where a value stands between the ends, 0 to 1.

        >>> Axis("score", 0, 10, ()).place(5), round(Axis("rank", 1, 16, (), doubling=True).place(4), 3)
        (0.5, 0.5)
        """
        low, high, here = (log2(v) if self.doubling else v for v in (self.low, self.high, value))
        return (here - low) / (high - low)

    def label(self, value: float) -> str:
        """A value as it stands on the axis.

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


@dataclass(frozen=True)
class Frame:
    """The size of a drawing in px, and the class that says at which width it is shown."""

    name: str
    width: float
    height: float


WIDE = Frame("wide", 600, 320)
NARROW = Frame("narrow", 310, 260)


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
            curve.x.label(x) + (" (you are here)" if x in here else ""),
            *(curve.y.label(float(f"{value_at(line, x):.3g}")) for line in curve.lines),
        )
        for x in sorted({*curve.x.ticks, *here})
    ]
    return (head, *rows)


def curve_svg(curve: Curve, frame: Frame) -> str:
    """The chart as SVG text in a frame. Colours come from the style sheet; text is escaped by ElementTree."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": frame.name,
            "viewBox": f"0 0 {frame.width:g} {frame.height:g}",
            "role": "img",
            "aria-label": curve.label,
        },
    )
    plot = _Plot(root, curve, frame)
    plot.bands()
    plot.axes()
    plot.lines()
    plot.here()
    return ET.tostring(root, encoding="unicode")


class _Plot:
    """Draws a curve into one frame; holds the scale from values to px."""

    def __init__(self, root: ET.Element, curve: Curve, frame: Frame) -> None:
        self.root, self.curve = root, curve
        names = max((text_width(line.name, _FONT, 600) for line in curve.lines), default=0)
        ticks = max((text_width(curve.y.label(tick), _TICK_FONT) for tick in curve.y.ticks), default=0)
        last = text_width(curve.x.label(curve.x.ticks[-1]), _TICK_FONT) / 2 if curve.x.ticks else 0
        self.left, self.right = ticks + 14, frame.width - max(names + 12, last + 2)
        self.top, self.bottom = 34.0, frame.height - 46

    def at(self, point: Point) -> Point:
        across, up = self.curve.x.place(point[0]), min(max(self.curve.y.place(point[1]), 0.0), 1.0)
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def bands(self) -> None:
        floor = self.curve.y.low
        places = [(self.at((band.low, floor))[0], self.at((band.high, floor))[0]) for band in self.curve.bands]
        for left, right in places:
            self.add("rect", "band", x=left, y=self.top, width=right - left, height=self.bottom - self.top)
        for number, ((left, _), band) in enumerate(zip(places, self.curve.bands, strict=True)):
            self.text((left + 5, self.top + 16 + 17 * (number % 2)), band.name, "note")

    def axes(self) -> None:
        for tick in self.curve.y.ticks:
            y = self.at((self.curve.x.low, tick))[1]
            self.add("line", "grid", x1=self.left, x2=self.right, y1=y, y2=y)
            self.text((self.left - 8, y + 4.5), self.curve.y.label(tick), "tick end")
        self.add("line", "axis", x1=self.left, x2=self.right, y1=self.bottom, y2=self.bottom)
        for tick in self.curve.x.ticks:
            x = self.at((tick, self.curve.y.low))[0]
            self.add("line", "axis", x1=x, x2=x, y1=self.bottom, y2=self.bottom + 5)
            self.text((x, self.bottom + 19), self.curve.x.label(tick), "tick middle")
        self.text((0, 14), self.curve.y.title, "title")
        end = max(self.right, text_width(self.curve.x.title, _TICK_FONT))
        self.text((end, self.bottom + 39), self.curve.x.title, "title end")

    def lines(self) -> None:
        ends = []
        for line in self.curve.lines:
            way = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self.at, line.points))
            self.add("polyline", f"line {line.category} {line.dash.value}", points=way)
            ends.append(self.at(line.points[-1])[1])
        for line, y in zip(self.curve.lines, _apart(ends, self.top, self.bottom), strict=True):
            self.text((self.right + 8, y + 5), line.name, "name")

    def here(self) -> None:
        points = sorted(((self.at(point), words) for point, words in self.curve.here), key=lambda p: p[0][1])
        for number, ((x, y), words) in enumerate(points):
            self.add("circle", "here", cx=x, cy=y, r=7.5)
            if not words:
                continue
            before = x > (self.left + self.right) / 2
            low = (number > 0 and y - points[number - 1][0][1] < 2 * _LABEL_GAP) or y - self.top < 2 * _LABEL_GAP
            down = min(y + 24, self.bottom - 6) if low else y - 13
            self.text((x + (4 if before else -4), down), words, "words end" if before else "words")

    def text(self, at: Point, words: str, kind: str) -> None:
        self.add("text", kind, x=at[0], y=at[1]).text = words

    def add(self, name: str, kind: str, **values: float | str) -> ET.Element:
        attributes = {key: value if isinstance(value, str) else f"{value:.1f}" for key, value in values.items()}
        return ET.SubElement(self.root, name, {"class": " ".join(kind.split()), **attributes})


def _apart(heights: Iterable[float], top: float, bottom: float) -> list[float]:
    """Heights of labels, moved so that none covers another and none leaves the plot."""
    order = sorted(enumerate(heights), key=lambda pair: pair[1])
    placed: dict[int, float] = {}
    last = top - _LABEL_GAP
    for index, height in order:
        last = max(height, last + _LABEL_GAP)
        placed[index] = last
    over = max(0.0, last - bottom)
    return [placed[index] - over for index in range(len(order))]
