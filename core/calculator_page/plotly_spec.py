"""A figure as a Plotly specification, which the page hands to the browser. Pure: no Plotly here."""

import math

from core.calculator_page.figure import Bar, Bars, Figure, Lines, Points, Stack
from core.calculator_page.plotly_frame import (
    DASHES,
    Colours,
    Spec,
    frame,
    limit_shapes,
    no_axis,
    text,
    x_axis,
    y_axis,
)
from core.calculator_page.ticks import axis_words, spread_labels, ticks_up_to
from core.number_format import with_unit

RAMP = ("ink", "muted", "line-strong")
"""The tones of the parts of a whole; from the fourth part on they come again, hatched."""
HATCHES = ("", "", "", "/", "\\", "/", "x", "x")
_ROW_PX, _BAR = 62, 0.3


def plotly_spec(figure: Figure, colours: Colours) -> Spec:
    """The figure for Plotly: `{"data": […], "layout": {…}}`."""
    if isinstance(figure, Stack):
        return _stack(figure, colours)
    if isinstance(figure, Bars):
        return _bars(figure, colours)
    return _lines(figure, colours) if isinstance(figure, Lines) else _points(figure, colours)


def _stack(figure: Stack, colours: Colours) -> Spec:
    whole = sum(part.value for part in figure.parts)
    most = max(whole, *(limit.value for limit in figure.limits)) if figure.limits else whole
    layout = frame(colours, 148, (8, 24, 28, 28))
    ticks = ticks_up_to(most)
    layout["xaxis"] = {**x_axis(colours), "range": [0, most * 1.04], "tickvals": list(ticks)}
    layout["xaxis"]["ticktext"] = [*(f"{tick:g}" for tick in ticks[:-1]), f"{ticks[-1]:g} {figure.unit}"]
    layout["yaxis"] = {**no_axis(), "range": [-0.6, 0.6]}
    data = []
    for number, part in enumerate(figure.parts):
        tone, hatch = colours[RAMP[number % 3]], HATCHES[number % len(HATCHES)]
        marker: Spec = {"color": tone, "line": {"color": colours["paper"], "width": 2}}
        if hatch:
            pattern = {"shape": hatch, "size": 6, "solidity": 0.45, "fgcolor": tone, "bgcolor": colours["paper"]}
            marker = {**marker, "pattern": {**pattern, "fillmode": "replace"}}
        hover = f"{part.label}: {part.value:.1f} {figure.unit}<extra></extra>"
        data.append({"type": "bar", "orientation": "h", "x": [part.value], "y": [0], "width": 0.85, "marker": marker})
        data[-1]["hovertemplate"] = hover
    for limit in figure.limits:
        layout["shapes"] += limit_shapes(colours, limit.value, -0.6, 0.6)
        anchor = "right" if limit.value > most * 0.9 else "center"
        where = {"x": limit.value, "y": 0.6, "yanchor": "bottom", "xanchor": anchor}
        layout["annotations"].append({**text(colours, limit.label, size=13), **where})
    return {"data": data, "layout": layout}


def _bars(figure: Bars, colours: Colours) -> Spec:
    count = len(figure.bars)
    ends = [bar.high or bar.value for bar in figure.bars] + ([figure.limit.value] if figure.limit else [])
    most = max(ends) or 1.0
    layout = frame(colours, _ROW_PX * count + 28 + (28 if figure.limit else 8), (8, 24, 28 if figure.limit else 8, 28))
    ticks = ticks_up_to(most)
    layout["xaxis"] = {**x_axis(colours), "range": [0, most * 1.04], "tickvals": list(ticks)}
    layout["xaxis"]["ticktext"] = list(axis_words(ticks, figure.unit))
    layout["yaxis"] = {**no_axis(), "range": [-count + 0.3, 0.75]}
    layout["barmode"] = "overlay"
    data: list[Spec] = []
    for row, bar in enumerate(figure.bars):
        data += _bar(bar, -row, colours, figure.unit)
        words = f"<b>{bar.label}</b>  {bar.words(figure.unit)}"
        at = {"x": 0, "xref": "paper", "xanchor": "left", "y": -row + 0.22, "yanchor": "bottom"}
        layout["annotations"].append({**text(colours, words), **at})
    if figure.limit:
        layout["shapes"] += limit_shapes(colours, figure.limit.value, -count + 0.3, 0.75)
        where = {"x": figure.limit.value, "y": 0.75, "yanchor": "bottom", "xanchor": "center"}
        layout["annotations"].append({**text(colours, figure.limit.label, size=13), **where})
    return {"data": data, "layout": layout}


def _bar(bar: Bar, y: float, colours: Colours, unit: str) -> list[Spec]:
    colour = colours[bar.category or ("ink" if bar.own else "line-strong")]
    ranged = bar.low is not None and bar.high is not None and bar.high > bar.low
    start, end = (bar.low, bar.high) if ranged else (0, bar.value)
    marker = {"color": colour, "line": {"width": 0}}
    hover = f"{bar.label}: {bar.words(unit)}<extra></extra>"
    common = {"y": [y], "hovertemplate": hover}
    drawn: list[Spec] = [
        {"type": "bar", "orientation": "h", "x": [(end or 0) - (start or 0)], "base": [start], "width": _BAR}
        | {"marker": marker}
        | common
    ]
    if ranged:
        fill = colours["marker"] if bar.own else colours["paper"]
        edge = colours["on-marker" if bar.own else "ink"]
        dot = {"size": 15 if bar.own else 11, "color": fill, "line": {"color": edge, "width": 2.5}}
        drawn.append({"type": "scatter", "mode": "markers", "x": [bar.value], "marker": dot} | common)
    return drawn


def _lines(figure: Lines, colours: Colours) -> Spec:
    top = max(y for line in figure.lines for _, y in line.points) or 1.0
    last = figure.lines[0].points[-1][0]
    layout = frame(colours, 380, (72, 104, 24, 44))
    ticks = ticks_up_to(top)
    layout["xaxis"] = {**x_axis(colours, figure.x_title), "range": [0, last], "nticks": 8}
    layout["yaxis"] = {**y_axis(colours), "range": [0, top * 1.06], "tickvals": list(ticks)}
    layout["yaxis"]["ticktext"] = list(axis_words(ticks, figure.unit))
    data: list[Spec] = []
    ends = spread_labels([line.points[-1][1] / (top * 1.06) * 312 for line in figure.lines], 19)
    for line, place in zip(figure.lines, ends, strict=True):
        xs, ys = zip(*line.points, strict=True)
        style = {"color": colours[line.category or "ink"], "width": 3, "dash": DASHES.get(line.category, "solid")}
        hover = f"{line.name}, month %{{x}}: $%{{y:,.0f}}<extra></extra>"
        data.append({"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": style, "hovertemplate": hover})
        where = {"x": last, "xanchor": "left", "xshift": 8, "y": place / 312 * top * 1.06, "yanchor": "middle"}
        layout["annotations"].append({**text(colours, f"<b>{line.name}</b>"), **where})
    for mark in figure.marks:
        data.append(_dot(mark.x, mark.y, colours, mark.words))
    for place, mark in enumerate(figure.marks[-2:]):
        right = mark.x > last * 0.55
        where = {"x": mark.x, "y": mark.y, "xanchor": "right" if right else "left", "yanchor": "bottom"}
        shift = {"xshift": -10 if right else 10, "yshift": 8 + 20 * place}
        layout["annotations"].append({**text(colours, mark.words), **where, **shift, "bgcolor": colours["paper"]})
    return {"data": data, "layout": layout}


def _dot(x: float, y: float, colours: Colours, words: str) -> Spec:
    edge = colours["on-marker"]
    marker = {"size": 15, "color": colours["marker"], "line": {"color": edge, "width": 2.5}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x],
        "y": [y],
        "marker": marker,
        "hovertemplate": f"{words}<extra></extra>",
    }


def _points(figure: Points, colours: Colours) -> Spec:
    layout = frame(colours, 420, (72, 24, 16, 48))
    xs, ys = (
        [p.x for p in figure.points],
        [p.high or p.y for p in figure.points] + [p.low or p.y for p in figure.points],
    )
    layout["xaxis"] = {**x_axis(colours, figure.x_title), **_log_axis(min(xs), max(xs), "")}
    layout["yaxis"] = {**y_axis(colours, figure.y_title), **_log_axis(min(ys), max(ys), figure.y_unit)}
    data: list[Spec] = []
    for point in figure.points:
        hover = f"{point.label}: {with_unit(point.y, figure.y_unit)}"
        if point.own:
            ends = [point.low or point.y, point.high or point.y]
            whisker = {"color": colours["ink"], "width": 3}
            data.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": [point.x] * 2,
                    "y": ends,
                    "line": whisker,
                    "hoverinfo": "skip",
                }
            )
            data.append(_dot(point.x, point.y, colours, hover))
        else:
            marker = {"size": 9, "color": colours["muted"]}
            data.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [point.x],
                    "y": [point.y],
                    "marker": marker,
                    "hovertemplate": f"{hover}<extra></extra>",
                }
            )
        right = math.log10(point.x) > (math.log10(min(xs)) + math.log10(max(xs))) / 2
        where = {
            "x": math.log10(point.x),
            "y": math.log10(point.y),
            "xanchor": "right" if right else "left",
            "yanchor": "middle",
        }
        words = f"<b>{point.label}</b>" if point.own else point.label
        shift = {"xshift": -12 if right else 12}
        layout["annotations"].append(
            {**text(colours, words, "ink" if point.own else "muted", 14 if point.own else 12), **where, **shift}
        )
    return {"data": data, "layout": layout}


def _log_axis(low: float, high: float, unit: str) -> Spec:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    every = max(1, (last - first) // 4)
    values = [10.0**power for power in range(first, last + 1, every)]
    words = [with_unit(value, unit) for value in values]
    return {"type": "log", "range": [first - 0.05, last + 0.05], "tickvals": values, "ticktext": words}
