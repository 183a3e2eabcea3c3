"""Draws a small line chart as SVG with classes and no colours. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from core.curve.curve import Curve, Line, Point
from core.diagram.text import text_width

_FONT = 14
_TICK_FONT = 13
_LABEL_GAP = 19
_TICK_GAP = 8
_NAME_GAP = 14
"""From the plot to the names beside it: clear of a point at the very end of its line."""
_SAMPLE, _SAMPLE_GAP = 22, 6
"""A piece of a line before its name, where lines have one colour and differ by their dashes alone."""
_ROW = 16
_NAME_SHARE = 0.3
"""Names at the ends of lines that take more of the width are broken into two rows."""


@dataclass(frozen=True)
class Frame:
    """The size of a drawing in px, and the class that says at which width it is shown."""

    name: str
    width: float
    height: float


WIDE = Frame("wide", 600, 320)
_LONGER = 1.06
"""A title may be drawn that much longer than was reckoned; else its first letter is cut."""
NARROW = Frame("narrow", 310, 260)


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
    plot.spreads()
    plot.lines()
    plot.here()
    return ET.tostring(root, encoding="unicode")


class _Plot:
    """Draws a curve into one frame; holds the scale from values to px."""

    def __init__(self, root: ET.Element, curve: Curve, frame: Frame) -> None:
        self.root, self.curve, self.width = root, curve, frame.width
        self.names = [_broken(line.name, frame.width * _NAME_SHARE) for line in curve.lines if line.name]
        names = max((text_width(row, _FONT, 600) for rows in self.names for row in rows), default=0)
        looks = {(line.category, line.dash) for line in curve.lines if line.name}
        self.sample = _SAMPLE + _SAMPLE_GAP if len({colour for colour, _ in looks}) < len(looks) else 0
        names += self.sample
        ticks = max((text_width(curve.y.label(tick), _TICK_FONT) for tick in curve.y.ticks), default=0)
        last = text_width(curve.x.label(curve.x.ticks[-1]), _TICK_FONT) / 2 if curve.x.ticks else 0
        self.left, self.right = ticks + 14, frame.width - max(names + _NAME_GAP + 4, last + 2)
        self.top, self.bottom = 34.0, frame.height - 46
        self.named: list[tuple[Point, str]] = []

    def at(self, point: Point) -> Point:
        across, up = self.curve.x.place(point[0]), min(max(self.curve.y.place(point[1]), 0.0), 1.0)
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)

    def bands(self) -> None:
        floor = self.curve.y.low
        places = [(self.at((band.low, floor))[0], self.at((band.high, floor))[0]) for band in self.curve.bands]
        for left, right in places:
            self.add("rect", "band", x=left, y=self.top, width=right - left, height=self.bottom - self.top)
        for number, ((left, _), band) in enumerate(zip(places, self.curve.bands, strict=True)):
            start = min(left + 5, self.right - text_width(band.name, _TICK_FONT))  # clear of the names beside the plot
            self.text((start, self.top + 16 + 17 * (number % 2)), band.name, "note")

    def axes(self) -> None:
        for tick in self.curve.y.ticks:
            y = self.at((self.curve.x.low, tick))[1]
            self.add("line", "grid", x1=self.left, x2=self.right, y1=y, y2=y)
            self.text((self.left - 8, y + 4.5), self.curve.y.label(tick), "tick end")
        self.add("line", "axis", x1=self.left, x2=self.right, y1=self.bottom, y2=self.bottom)
        numbered = self.numbered()
        for tick in self.curve.x.ticks:
            x = self.at((tick, self.curve.y.low))[0]
            self.add("line", "axis", x1=x, x2=x, y1=self.bottom, y2=self.bottom + 5)
            if tick in numbered:
                self.text((x, self.bottom + 19), self.curve.x.label(tick), "tick middle")
        self.text((0, 14), self.curve.y.title, "title")
        end = max(self.right, min(self.width, _LONGER * text_width(self.curve.x.title, _TICK_FONT)))
        self.text((end, self.bottom + 39), self.curve.x.title, "title end")

    def numbered(self) -> tuple[float, ...]:
        """The ticks at the foot that have a number: all, or every second, third and so on where those would touch."""
        ticks = self.curve.x.ticks
        halves = [text_width(self.curve.x.label(tick), _TICK_FONT) / 2 for tick in ticks]
        spans = [(self.at((tick, self.curve.y.low))[0], half) for tick, half in zip(ticks, halves, strict=True)]
        for step in range(1, len(ticks)):
            if all(b - a >= left + right + _TICK_GAP for (a, left), (b, right) in pairwise(spans[::step])):
                return ticks[::step]
        return ticks

    def spreads(self) -> None:
        for line in self.curve.lines:
            lowest, highest = [(x, low) for x, low, _ in line.spread], [(x, high) for x, _, high in line.spread]
            if line.spread:
                self.add("polygon", f"spread {line.category}", points=self.way([*lowest, *reversed(highest)]))

    def lines(self) -> None:
        for line in self.curve.lines:
            self.add("polyline", _drawn(line), points=self.way(line.points))
        named = [line for line in self.curve.lines if line.name]
        ends = [self.at(line.points[-1]) for line in named]
        inside = [self.ends_early(rows, end) for rows, end in zip(self.names, ends, strict=True)]
        beside = [y for (_, y), early in zip(ends, inside, strict=True) if not early]
        more = _ROW * (max(map(len, self.names), default=1) - 1)
        heights = iter(_apart(beside, self.top + more / 2, self.bottom - more / 2, _LABEL_GAP + more))
        for line, rows, (x, y), early in zip(named, self.names, ends, inside, strict=True):
            if early:
                self.text((x + 8, y - 2), rows[0], "name")
                self.named.append(((x + 8, y - 2), rows[0]))
                continue
            height = next(heights) + 5
            if x < self.right - _NAME_GAP:
                self.add("line", "leader", x1=x + 4, x2=self.right + _NAME_GAP - 4, y1=y, y2=height - 5)
            start = self.right + _NAME_GAP
            if self.sample:
                self.add("line", _drawn(line), x1=start, x2=start + _SAMPLE, y1=height - 5, y2=height - 5)
            for number, row in enumerate(rows):
                self.text((start + self.sample, height + _ROW * (number - (len(rows) - 1) / 2)), row, "name")

    def ends_early(self, rows: list[str], end: Point) -> bool:
        """Whether a line stops so far before the edge that its name has room at its very end."""
        return len(rows) == 1 and end[0] + 8 + text_width(rows[0], _FONT, 600) <= self.right

    def way(self, points: Iterable[Point]) -> str:
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self.at, points))

    def here(self) -> None:
        points = sorted(((self.at(point), words) for point, words in self.curve.here), key=lambda p: p[0][1])
        for number, ((x, y), words) in enumerate(points):
            self.add("circle", "here", cx=x, cy=y, r=7.5)
            if not words:
                continue
            low = (number > 0 and y - points[number - 1][0][1] < 2 * _LABEL_GAP) or y - self.top < 2 * _LABEL_GAP
            self.text(*self.words_at((x, y), words, low))

    def words_at(self, point: Point, words: str, low: bool) -> tuple[Point, str, str]:
        """Where a point's label goes: above or below; before, after or else along it; uncrossed if it can be."""
        (x, y), width = point, text_width(words, _FONT, 600)
        before, after = (x + 4 - width, "words end"), (x - 4, "words")
        along = min(max(x - width / 2, self.left + _TICK_GAP), self.right - _TICK_GAP - width), "words"
        sides = (before, after, along) if x > (self.left + self.right) / 2 else (after, before, along)
        below = min(y + 24, self.bottom - 6)
        downs = (below, y - 13) if low else (y - 13, below)

        def room_at(down: float, start: float) -> int:
            """2 where nothing is covered, 1 where only a line is, 0 where the words do not fit."""
            fits = self.left < start and start + width < self.right and self.top < down - 12
            misses_point = down < y or down - 12 > y + 7.5
            box = (start, down - 12, start + width, down + 4)
            return 0 if not (fits and misses_point) or self.covers_name(box) else 1 if self.is_crossed(box) else 2

        ways = [(down, start, kind) for down in downs for start, kind in sides]
        down, start, kind = max(ways, key=lambda way: room_at(way[0], way[1]))
        return (start + (width if kind == "words end" else 0), down), words, kind

    def covers_name(self, box: tuple[float, float, float, float]) -> bool:
        """Whether the name of a line lies in a box: left, top, right, bottom."""
        left, top, right, bottom = box
        return any(
            x < right and left < x + text_width(name, _FONT, 600) and y - 12 < bottom and top < y + 4
            for (x, y), name in self.named
        )

    def is_crossed(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a line of the chart runs through a box: left, top, right, bottom."""
        left, top, right, bottom = box
        for line in self.curve.lines:
            for (x1, y1), (x2, y2) in pairwise(map(self.at, line.points)):
                steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1)) / 3))
                bits = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps + 1))
                if any(left < x < right and top < y < bottom for x, y in bits):
                    return True
        return False

    def text(self, at: Point, words: str, kind: str) -> None:
        self.add("text", kind, x=at[0], y=at[1]).text = words

    def add(self, name: str, kind: str, **values: float | str) -> ET.Element:
        attributes = {key: value if isinstance(value, str) else f"{value:.1f}" for key, value in values.items()}
        return ET.SubElement(self.root, name, {"class": " ".join(kind.split()), **attributes})


def _drawn(line: Line) -> str:
    return f"line {line.category} {line.dash.value} {'thin' if line.thin else ''}"


def _broken(name: str, width: float) -> list[str]:
    """A name in one row, or in two of about the same length when it is wider than that.

    >>> _broken("Questions answered", 90), _broken("Loss", 90)
    (['Questions', 'answered'], ['Loss'])
    """
    cuts = [place for place, letter in enumerate(name) if letter == " "]
    if not cuts or text_width(name, _FONT, 600) <= width:
        return [name]
    cut = min(cuts, key=lambda place: abs(place - len(name) / 2))
    return [name[:cut], name[cut + 1 :]]


def _apart(heights: Iterable[float], top: float, bottom: float, gap: float) -> list[float]:
    """Heights of labels, moved so that none covers another and none leaves the plot."""
    order = sorted(enumerate(heights), key=lambda pair: pair[1])
    placed: dict[int, float] = {}
    last = top - gap
    for index, height in order:
        last = max(height, last + gap)
        placed[index] = last
    over = max(0.0, last - bottom)
    return [placed[index] - over for index in range(len(order))]
