"""A calculator's figure as a picture that scales: for slides and documents, with its finding as text. Pure."""

import math
from types import MappingProxyType
from xml.etree import ElementTree as ET

from core.calculator_page.figure import Bars, Figure, Lines, Points, Stack
from core.calculator_page.fills import Fill, fill_of
from core.calculator_page.plotly_points import log_ends, name_lines, name_places, ys_of
from core.calculator_page.ticks import axis_words, cuts_words, spread_labels
from core.diagram.text import text_width
from core.language.english_numbers import power_of_ten
from core.language.numbers import decimal
from core.numbers.nice_numbers import nice_ticks
from core.numbers.number_format import with_unit
from core.palette import TOKENS

_WIDTH, _LEFT, _RIGHT, _TOP = 880.0, 80.0, 770.0, 64.0
_FONT = "IBM Plex Sans, Segoe UI, Helvetica, Arial, sans-serif"
_DASHES = {"stuff": "2 6", "rag": "10 7", "app": "10 5 2 5"}
_TURNS = MappingProxyType({"/": 45, "\\": -45, "-": 90, "x": 45})


def figure_svg(figure: Figure, title: str) -> str:
    """The figure as SVG text; its finding is written above it and in its description."""
    height = _height(figure)
    size = {"viewBox": f"0 0 {_WIDTH:g} {height:g}", "width": f"{_WIDTH:g}", "height": f"{height:g}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": _FONT, **size})
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "desc").text = figure.alt
    _add(root, "rect", width=_WIDTH, height=height, fill=_colour("paper"))
    _text(root, 24, 30, title, size=18, weight="bold")
    _text(root, 24, 50, figure.alt, colour="muted", size=12)
    if isinstance(figure, Stack):
        _stack(root, figure)
    elif isinstance(figure, Bars):
        _bars(root, figure)
    elif isinstance(figure, Lines):
        _lines(root, figure)
    else:
        _points(root, figure)
    return ET.tostring(root, encoding="unicode")


def _height(figure: Figure) -> float:
    if isinstance(figure, Stack):
        return 230 + 22 * math.ceil(len(figure.parts) / 3)
    return _TOP + 60 * len(figure.bars) + 60 if isinstance(figure, Bars) else 470.0


def _colour(token: str) -> str:
    return TOKENS[token].light


def _add(parent: ET.Element, name: str, **attributes: float | str) -> ET.Element:
    plain = {key.replace("_", "-"): f"{v:.2f}" if isinstance(v, float) else str(v) for key, v in attributes.items()}
    return ET.SubElement(parent, name, plain)


def _text(root: ET.Element, x: float, y: float, words: str, **style: str | float) -> None:
    anchor, size = str(style.get("anchor", "start")), float(style.get("size", 13))
    fill, weight = _colour(str(style.get("colour", "ink"))), str(style.get("weight", "normal"))
    halo: dict[str, float | str] = {"paint_order": "stroke", "stroke": _colour("paper"), "stroke_width": 4.0}
    place: dict[str, float | str] = {
        "x": x,
        "y": y,
        "text_anchor": anchor,
        "font_size": f"{size:g}",
        "font_weight": weight,
    }
    node = _add(root, "text", fill=fill, **place, **halo)
    node.text = words


def _x_axis(root: ET.Element, y: float, most: float, unit: str) -> None:
    _add(root, "line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, stroke=_colour("ink"))
    ticks = nice_ticks(0, most)
    for tick, words in zip(ticks, axis_words(ticks, unit), strict=True):
        x = _LEFT + tick / most * (_RIGHT - _LEFT)
        _add(root, "line", x1=x, x2=x, y1=y, y2=y + 5, stroke=_colour("ink"))
        _text(root, x, y + 20, words, anchor="middle", colour="muted")


def _limit(root: ET.Element, x: float, top: float, bottom: float, words: str) -> None:
    _add(root, "line", x1=x, x2=x, y1=top, y2=bottom, stroke=_colour("paper"), stroke_width=5)
    _add(root, "line", x1=x, x2=x, y1=top, y2=bottom, stroke=_colour("ink"), stroke_width=2)
    _text(root, x, top - 6, words, anchor="middle", size=12)


def _stack(root: ET.Element, figure: Stack) -> None:
    whole = sum(part.value for part in figure.parts)
    most = max([whole, *(limit.value for limit in figure.limits)]) * 1.02
    scale, x, top = (_RIGHT - _LEFT) / most, _LEFT, _TOP + 30
    _hatches(root, {fill_of(part.id) for part in figure.parts})
    for number, part in enumerate(figure.parts):
        look = fill_of(part.id)
        fill = f"url(#hatch-{look.swatch})" if look.hatch else _colour(look.token)
        edge = _colour("paper")
        _add(root, "rect", x=x, y=top, width=part.value * scale, height=64, fill=fill, stroke=edge, stroke_width=2)
        column, row = number % 3, number // 3
        at, below = _LEFT + 240 * column, top + 124 + 22 * row
        _add(root, "rect", x=at, y=below - 11, width=13, height=13, fill=fill)
        _text(root, at + 20, below, f"{part.label} {decimal(part.value, 1)} {figure.unit}")
        x += part.value * scale
    for limit in figure.limits:
        _limit(root, _LEFT + limit.value * scale, top - 8, top + 76, limit.label)
    _x_axis(root, top + 76, most, figure.unit)


def _hatches(root: ET.Element, fills: set[Fill]) -> None:
    defs = _add(root, "defs")
    for fill in sorted((one for one in fills if one.hatch), key=lambda one: one.swatch):
        size: dict[str, float | str] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
        turn = f"rotate({_TURNS[fill.hatch]})"
        pattern = _add(defs, "pattern", id=f"hatch-{fill.swatch}", patternTransform=turn, **size)
        _add(pattern, "rect", width=6, height=6, fill=_colour("paper"))
        _add(pattern, "rect", width=3, height=3 if fill.hatch == "x" else 6, fill=_colour(fill.token))
        if fill.hatch == "x":
            _add(pattern, "rect", x=3, y=3, width=3, height=3, fill=_colour(fill.token))


def _bars(root: ET.Element, figure: Bars) -> None:
    most = figure.highest * 1.02 or 1.0
    scale, bottom = (_RIGHT - _LEFT) / most, _TOP + 60.0 * len(figure.bars) + 16
    for row, bar in enumerate(figure.bars):
        y = _TOP + 16 + 60 * row
        start, end = (bar.low or 0.0, bar.high or 0.0) if bar.is_ranged else (0.0, bar.value)
        fill = _colour(bar.category or ("ink" if bar.own else "line-strong"))
        _add(root, "rect", x=_LEFT + start * scale, y=y + 20, width=(end - start) * scale, height=18, fill=fill)
    if figure.limit:
        _limit(root, _LEFT + figure.limit.value * scale, _TOP + 14, bottom, figure.limit.label)
    said = [f"{bar.label}  {bar.words(figure.unit)}" for bar in figure.bars]
    cut = figure.limit is not None and cuts_words(figure.limit.value / most, said)
    start_x = _LEFT + figure.limit.value * scale + 8 if figure.limit and cut else _LEFT
    for row, bar in enumerate(figure.bars):  # after the limit, which must not cross out a dot or a word
        if bar.has_dot:
            _dot(root, _LEFT + bar.value * scale, _TOP + 45 + 60 * row, bar.own)
        weight = "bold" if bar.own else "normal"
        _text(root, start_x, _TOP + 28 + 60 * row, said[row], weight=weight)
    _x_axis(root, bottom, most, figure.unit)


def _dot(root: ET.Element, x: float, y: float, own: bool = True) -> None:
    fill = _colour("marker" if own else "paper")
    _add(root, "circle", cx=x, cy=y, r=7, fill=fill, stroke=_colour("on-marker"), stroke_width=2.5)


def _lines(root: ET.Element, figure: Lines) -> None:
    top = figure.highest * 1.05 or 1.0
    last, high, low = figure.last, _TOP + 10, 420.0
    scale_x, scale_y = (_RIGHT - _LEFT) / last, (low - high) / top
    ticks = nice_ticks(0, top)
    for tick, words in zip(ticks, axis_words(ticks, figure.unit), strict=True):
        y = low - tick * scale_y
        _add(root, "line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, stroke=_colour("line"))
        _text(root, _LEFT - 8, y + 4, words, anchor="end", colour="muted")
    places = spread_labels([line.points[-1][1] * scale_y for line in figure.lines], 18)
    for line, place in zip(figure.lines, places, strict=True):
        points = " ".join(f"{_LEFT + x * scale_x:.1f},{low - y * scale_y:.1f}" for x, y in line.points)
        stroke, dash = _colour(line.category or "ink"), _DASHES.get(line.category, "none")
        _add(root, "polyline", points=points, fill="none", stroke=stroke, stroke_width=3, stroke_dasharray=dash)
        _text(root, _RIGHT + 8, low - place + 4, line.name, weight="bold")
    _x_axis(root, low, last, "")
    _text(root, (_LEFT + _RIGHT) / 2, low + 40, figure.x_title, anchor="middle", colour="muted")
    for mark in figure.marks:
        x, y = _LEFT + mark.x * scale_x, low - mark.y * scale_y
        _dot(root, x, y)
        right = x + text_width(mark.short, 13) > _RIGHT
        _text(root, x - 12 if right else x + 12, y - 10, mark.short, anchor="end" if right else "start")


def _points(root: ET.Element, figure: Points) -> None:
    xs, ys = [p.x for p in figure.points], ys_of(figure)
    (left, right), (bottom, top) = log_ends(xs), log_ends(ys)
    low, high = 410.0, _TOP + 10

    def across(value: float) -> float:
        return _LEFT + (math.log10(value) - left) / (right - left) * (_RIGHT - _LEFT)

    def down(value: float) -> float:
        return low - (math.log10(value) - bottom) / (top - bottom) * (low - high)

    for power in range(bottom, top + 1):
        _add(root, "line", x1=_LEFT, x2=_RIGHT, y1=down(10.0**power), y2=down(10.0**power), stroke=_colour("line"))
        _text(root, _LEFT - 8, down(10.0**power) + 4, with_unit(10.0**power, figure.y_unit), anchor="end", size=12)
    for power in range(left, right + 1):
        _text(root, across(10.0**power), low + 20, power_of_ten(power), anchor="middle", size=12)
    _text(root, (_LEFT + _RIGHT) / 2, low + 42, f"{figure.x_title}, {figure.x_unit}", anchor="middle", colour="muted")
    places = name_places(figure, ((left, right), (bottom, top)), ((_RIGHT - _LEFT, low - high),))
    for point, place in zip(figure.points, places, strict=True):
        x, y = across(point.x), down(point.y)
        if point.own:
            ends = down(point.low or point.y), down(point.high or point.y)
            _add(root, "line", x1=x, x2=x, y1=ends[0], y2=ends[1], stroke=_colour("ink"), stroke_width=3)
            _dot(root, x, y)
        else:
            _add(root, "circle", cx=x, cy=y, r=4, fill=_colour("muted"))
        anchor, weight = ("start" if place.right > 0 else "end"), ("bold" if point.own else "normal")
        if not place.is_beside:
            end = x + place.right, y + place.down
            _add(root, "line", x1=x, y1=y, x2=end[0], y2=end[1], stroke=_colour("line-strong"))
        lines = name_lines(point)
        first = y + place.down + 4 - (len(lines) - 1) * 7.5
        for number, line in enumerate(lines):
            at = first + number * 15
            _text(root, x + place.right, at, line, anchor=anchor, size=12, weight=weight)
