"""Cases on two log scales as a Plotly specification, each with its name. Pure: no Plotly here."""

import math
import re

from core.calculator_page.figure import Point, Points
from core.calculator_page.label_places import Place, Spot, label_places
from core.calculator_page.plotly_frame import Colours, Spec, frame, marker_dot, text, title_above, x_axis, y_axis
from core.diagram.text import text_width
from core.numbers.number_format import compact, with_unit

_PLOT_PX, _ABOVE_PX, _BELOW_PX, _BESIDE_PX = 376, 32, 48, 8
_FIGURE_ON_PHONE_PX, _TICK_PX = 288, 16
"""A figure on the narrowest phone, and how far the words of the y axis stand off the plot."""
_WIDTHS = (266, 480, 704)
"""The plot on a phone, on a tablet, and beside the fields."""


def points_spec(figure: Points, colours: Colours) -> Spec:
    """The figure for Plotly: `{"data": […], "layout": {…}}`."""
    across, up = log_ends([p.x for p in figure.points]), log_ends(ys_of(figure))
    y_words = _log_axis(up)
    left = round(max(text_width(re.sub("<.*?>", "", word), 13) for word in y_words["ticktext"])) + _TICK_PX
    layout = frame(colours, _ABOVE_PX + _PLOT_PX + _BELOW_PX, (left, _BESIDE_PX, _ABOVE_PX, _BELOW_PX))
    layout["title"] = title_above(figure.y_title, colours)
    layout["xaxis"] = {**x_axis(colours, f"{figure.x_title}, {figure.x_unit}"), **_log_axis(across)}
    layout["yaxis"] = {**y_axis(colours), **y_words}
    room = (across[0] - 0.05, across[1] + 0.05), (up[0] - 0.05, up[1] + 0.05)
    widths = (_FIGURE_ON_PHONE_PX - left - _BESIDE_PX, *_WIDTHS)
    places = name_places(figure, room, tuple((width, _PLOT_PX) for width in widths))
    names = zip(figure.points, places, strict=True)
    layout["annotations"] = [_name(point, place, colours) for point, place in names]
    return {"data": [trace for p in figure.points for trace in _point(p, figure.y_unit, colours)], "layout": layout}


def ys_of(figure: Points) -> list[float]:
    """All values of y, the ends of ranges included."""
    return [y for p in figure.points for y in (p.low or p.y, p.high or p.y)]


def log_ends(values: list[float]) -> tuple[int, int]:
    """The powers of ten that enclose the values.

    >>> log_ends([2_000, 70_000])
    (3, 5)
    """
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def name_places(
    figure: Points, room: tuple[tuple[float, float], tuple[float, float]], sizes: tuple[tuple[float, float], ...]
) -> tuple[Place, ...]:
    """Where the names stand in a plot that shows these powers of ten across and up, in all its sizes in px."""
    (left, right), (bottom, top) = room

    def down(value: float) -> float:
        return round(1 - (math.log10(value) - bottom) / (top - bottom), 4)

    spots = tuple(
        Spot(
            round((math.log10(p.x) - left) / (right - left), 4),
            down(p.y),
            tuple(name_lines(p)),
            down(p.high) if p.high else None,
            down(p.low) if p.low else None,
        )
        for p in figure.points
    )
    return label_places(spots, sizes)


def name_lines(point: Point) -> list[str]:
    """One's own name takes two lines, which a phone has room for."""
    return point.label.replace(": ", ":\n", 1).split("\n") if point.own else [point.label]


def _point(point: Point, unit: str, colours: Colours) -> list[Spec]:
    words = f"{point.label}: {with_unit(point.y, unit)}"
    if not point.own:
        marker = {"size": 9, "color": colours["muted"]}
        dot = {"type": "scatter", "mode": "markers", "x": [point.x], "y": [point.y], "marker": marker}
        return [{**dot, "hovertemplate": f"{words}<extra></extra>"}]
    ends, line = [point.low or point.y, point.high or point.y], {"color": colours["ink"], "width": 3}
    whisker = {"type": "scatter", "mode": "lines", "x": [point.x] * 2, "y": ends, "line": line, "hoverinfo": "skip"}
    return [whisker, marker_dot(point.x, point.y, colours, words)]


def _name(point: Point, place: Place, colours: Colours) -> Spec:
    """Its name at its place; with a thin line to the point where it does not stand right beside it."""
    where = {"x": math.log10(point.x), "y": math.log10(point.y), "yanchor": "middle", "borderpad": 0}
    side: Spec = {"xanchor": "left" if place.right > 0 else "right"}
    if place.is_beside:
        side["xshift"] = place.right
    else:
        line: Spec = {"arrowhead": 0, "arrowwidth": 1, "arrowcolor": colours["line-strong"], "standoff": 6}
        side |= {"showarrow": True, "ax": place.right, "ay": place.down, **line}
    if not point.own:
        return {**text(colours, point.label, "muted", 12), **where, **side}
    return {**text(colours, f"<b>{'<br>'.join(name_lines(point))}</b>"), **where, **side, "align": "left"}


def _log_axis(ends: tuple[int, int]) -> Spec:
    first, last = ends
    every = max(1, (last - first) // 4)
    powers = range(first, last + 1, every)
    words = [compact(10.0**power) if power < 15 else _power_of_ten(power) for power in powers]
    return {
        "type": "log",
        "range": [first - 0.05, last + 0.05],
        "tickvals": [10.0**power for power in powers],
        "ticktext": words,
    }


def _power_of_ten(power: int) -> str:
    return f'10<sup><span style="font-size: 12px">{power}</span></sup>'  # Plotly's own exponents have 9 px
