"""A figure as a Plotly specification, which the page hands to the browser. Pure: no Plotly here."""

import re

from core.calculator_page.figure import Bar, Bars, Figure, Line, Lines, Mark, Part, Stack
from core.calculator_page.fills import fill_of
from core.calculator_page.plotly_frame import (
    DASHES,
    Colours,
    Spec,
    frame,
    limit_lines,
    limit_shapes,
    marker_dot,
    no_axis,
    text,
    x_axis,
    y_axis,
)
from core.calculator_page.plotly_points import points_spec
from core.calculator_page.ticks import (
    axis_words,
    cuts_words,
    label_anchor,
    label_rows,
    month_ticks,
    places_beside_lines,
    spread_labels,
)
from core.diagram.text import text_width
from core.language.numbers import decimal
from core.language.text import t
from core.numbers.nice_numbers import nice_ticks
from core.numbers.number_format import without_unit

_ROW_PX, _DENSE_ROW_PX, _MORE_PX, _BAR, _LABEL_PX = 62, 50, 26, 0.3, 18
_OFF_LINE_PX, _NAME_OFF_PX = 3, 8
"""So far a label that begins at a line stands off it, and the name of a curve off its end."""
_PLOT_PX, _ABOVE_PX, _BELOW_PX, _LEFT_PX, _RIGHT_PX = 312, 24, 44, 72, 104
"""The height of curves, and what stands above, below and beside them: at each side at least so much, for its words."""
_NARROWEST_PX = 273
"""A figure in the narrowest window, beside its scroll bar."""


def plotly_spec(figure: Figure, colours: Colours) -> Spec:
    """The figure for Plotly: `{"data": […], "layout": {…}}`."""
    if isinstance(figure, Stack):
        return _stack(figure, colours)
    if isinstance(figure, Bars):
        return _bars(figure, colours)
    return _lines(figure, colours) if isinstance(figure, Lines) else points_spec(figure, colours)


def _stack(figure: Stack, colours: Colours) -> Spec:
    whole = sum(part.value for part in figure.parts)
    most = max(whole, *(limit.value for limit in figure.limits)) if figure.limits else whole
    names = [re.sub(r"(?<=\d)GB$", "", limit.label) for limit in figure.limits]
    places = [limit.value / (most * 1.04) for limit in figure.limits]
    anchors, rows = places_beside_lines(places, names)
    highest = max(rows, default=0)
    layout = frame(colours, 148 + _LABEL_PX * highest, (0, 8, 28, 28))
    layout["xaxis"] = _axis_to(most * 1.04, figure.unit, colours)
    layout["yaxis"] = {**no_axis(), "range": [-0.6, _limit_top(highest)]}
    data = [_stacked(part, figure.unit, colours) for part in figure.parts]
    for limit, name, anchor, row in zip(figure.limits, names, anchors, rows, strict=True):
        layout["shapes"] += limit_shapes(colours, limit.value, -0.6, _limit_top(row))
        where = {"x": limit.value, "y": _limit_top(row), "yanchor": "bottom", "xanchor": anchor}
        where["xshift"] = _OFF_LINE_PX if anchor == "left" else 0
        layout["annotations"].append({**text(colours, name, size=13), **where})
    return {"data": data, "layout": layout}


def _stacked(part: Part, unit: str, colours: Colours) -> Spec:
    fill = fill_of(part.id)
    tone, hatch = colours[fill.token], fill.hatch
    marker: Spec = {"color": tone, "line": {"color": colours["paper"], "width": 2}}
    if hatch:
        pattern = {"shape": hatch, "size": 6, "solidity": 0.45, "fgcolor": tone, "bgcolor": colours["paper"]}
        marker = {**marker, "pattern": {**pattern, "fillmode": "replace"}}
    hover = f"{part.label}: {decimal(part.value, 1)} {unit}<extra></extra>"
    bar: Spec = {"type": "bar", "orientation": "h", "x": [part.value], "y": [0], "width": 0.85, "marker": marker}
    return {**bar, "hovertemplate": hover}


def _limit_top(row: int) -> float:
    """Where a limit's line ends and its label stands; a row is so high in the scale of the bar, 92 px for 1.2."""
    return 0.6 + row * _LABEL_PX * 1.2 / 92


def _axis_to(top: float, unit: str, colours: Colours) -> Spec:
    """An x axis from zero, without the words of zero, which would be cut at the figure's edge."""
    ticks = nice_ticks(0, top)
    words = ["", *axis_words(ticks, unit)[1:]]
    return {**x_axis(colours), "range": [0, top], "tickvals": list(ticks), "ticktext": words}


def _bars(figure: Bars, colours: Colours) -> Spec:
    count = len(figure.bars)
    most = figure.highest or 1.0
    words = _bar_words(figure, most * 1.04, colours)
    row = (_ROW_PX if count < 5 else _DENSE_ROW_PX) + (_MORE_PX if any("<br>" in one["text"] for one in words) else 0)
    above = 28 if figure.limit else 8
    layout = frame(colours, row * count + 28 + above, (0, 8, above, 28))
    layout["xaxis"] = _axis_to(most * 1.04, figure.unit, colours)
    layout["yaxis"] = {**no_axis(), "range": [-count + 0.3, 0.75]}
    layout["barmode"] = "overlay"
    data = [_bar(bar, -row, colours, figure.unit) for row, bar in enumerate(figure.bars)]
    layout["annotations"] += words
    if figure.limit:
        data += limit_lines(colours, figure.limit.value, -count + 0.3, 0.75)
        where = {"x": figure.limit.value, "y": 0.75, "yanchor": "bottom"}
        where["xanchor"] = label_anchor(figure.limit.value / (most * 1.04), figure.limit.label)
        layout["annotations"].append({**text(colours, figure.limit.label, size=13), **where})
    data += [_middle(bar, -row, colours, figure.unit) for row, bar in enumerate(figure.bars) if bar.has_dot]
    return {"data": data, "layout": layout}


def _bar_words(figure: Bars, top: float, colours: Colours) -> list[Spec]:
    """Name and number above each bar, at the left; or after the line of the limit, where that would cut them."""
    numbers = [without_unit(bar.words(figure.unit), "parameters") for bar in figure.bars]
    said = [f"{bar.label}  {number}" for bar, number in zip(figure.bars, numbers, strict=True)]
    at: Spec = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    if figure.limit and cuts_words(figure.limit.value / top, said):
        at |= {"x": figure.limit.value, "xref": "x", "xshift": 7}
    paper = {"bgcolor": colours["paper"], "borderpad": 0}
    return [
        {**text(colours, _in_rows(bar.label, number)), **at, "y": -row + 0.22, **paper}
        for row, (bar, number) in enumerate(zip(figure.bars, numbers, strict=True))
    ]


def _in_rows(name: str, number: str) -> str:
    """A name and its number, in two rows where the narrowest window has no room for one."""
    if text_width(name, 14, 600) + text_width(f"  {number}", 14) <= _NARROWEST_PX:
        return f"<b>{name}</b>  {number}"
    words = name.split(" ")
    heads = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    head = next((head for head in heads if text_width(head, 14, 600) <= _NARROWEST_PX), words[0])
    return f"<b>{head}</b><br>" + (f"<b>{rest}</b>  {number}" if (rest := name[len(head) + 1 :]) else number)


def _bar(bar: Bar, y: float, colours: Colours, unit: str) -> Spec:
    colour = colours[bar.category or ("ink" if bar.own else "line-strong")]
    start, end = (bar.low, bar.high) if bar.is_ranged else (0, bar.value)
    shape = {"type": "bar", "orientation": "h", "x": [(end or 0) - (start or 0)], "base": [start], "width": _BAR}
    return shape | {"marker": {"color": colour, "line": {"width": 0}}, "y": [y], "hovertemplate": _hover(bar, unit)}


def _middle(bar: Bar, y: float, colours: Colours, unit: str) -> Spec:
    """The dot of the value in its range; it comes after the limit, which would else cut through one that is near."""
    fill = colours["marker"] if bar.own else colours["paper"]
    edge = colours["on-marker" if bar.own else "ink"]
    dot = {"size": 15 if bar.own else 11, "color": fill, "line": {"color": edge, "width": 2.5}}
    place = {"x": [bar.value], "y": [y], "hovertemplate": _hover(bar, unit)}
    return {"type": "scatter", "mode": "markers", "marker": dot} | place


def _hover(bar: Bar, unit: str) -> str:
    return f"{bar.label}: {bar.words(unit)}<extra></extra>"


def _lines(figure: Lines, colours: Colours) -> Spec:
    most = figure.highest or 1.0
    top = most * 1.06
    last = figure.last
    places = [mark.x / last for mark in figure.marks]
    names = [mark.short for mark in figure.marks]
    right = max(_RIGHT_PX, *(round(text_width(line.name, 14, 600)) + 2 * _NAME_OFF_PX for line in figure.lines))
    ticks = nice_ticks(0, most)
    money = axis_words(ticks, figure.unit)
    left = max(_LEFT_PX, *(round(text_width(words, 13)) + 2 * _NAME_OFF_PX for words in money))
    narrow = _NARROWEST_PX - left - right
    anchors = [label_anchor(place, name, narrow) for place, name in zip(places, names, strict=True)]
    rows = label_rows(places, names, anchors, narrow)
    above = _ABOVE_PX + _LABEL_PX * max(rows, default=0)
    layout = frame(colours, above + _PLOT_PX + _BELOW_PX, (left, right, above, _BELOW_PX))
    layout["xaxis"] = {**x_axis(colours, figure.x_title), "range": [0, last]}
    layout["xaxis"]["tickvals"] = list(month_ticks(last))
    layout["yaxis"] = {**y_axis(colours), "range": [0, top], "tickvals": list(ticks)}
    layout["yaxis"]["ticktext"] = list(money)
    layout["annotations"] += _names_at_the_end(figure, top, colours)
    for mark, anchor, row in zip(figure.marks, anchors, rows, strict=True):
        layout["shapes"].append(_lead(mark, row, top, colours))
        layout["annotations"].append(_mark_name(mark, anchor, row, colours))
    dots = [marker_dot(mark.x, mark.y, colours, mark.words) for mark in figure.marks]
    return {"data": [*(_curve(line, colours) for line in figure.lines), *dots], "layout": layout}


def _curve(line: Line, colours: Colours) -> Spec:
    xs, ys = zip(*line.points, strict=True)
    style = {"color": colours[line.category or "ink"], "width": 3, "dash": DASHES.get(line.category, "solid")}
    hover = t("{name}, month %{{x}}: $%{{y:,.0f}}<extra></extra>", name=line.name)
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": style, "hovertemplate": hover}


def _names_at_the_end(figure: Lines, top: float, colours: Colours) -> list[Spec]:
    """The name of each curve at the right of its last point, moved up where two would touch."""
    ends = spread_labels([line.points[-1][1] / top * _PLOT_PX for line in figure.lines], 19)
    at = {"x": figure.last, "xanchor": "left", "xshift": _NAME_OFF_PX, "yanchor": "middle"}
    return [
        {**text(colours, f"<b>{line.name}</b>"), **at, "y": end / _PLOT_PX * top}
        for line, end in zip(figure.lines, ends, strict=True)
    ]


def _lead(mark: Mark, row: int, top: float, colours: Colours) -> Spec:
    """The thin line from a mark up to the row of its name; heights are shares of the plot's."""
    ends = {"x0": mark.x, "x1": mark.x, "yref": "paper", "y0": mark.y / top, "y1": 1 + row * _LABEL_PX / _PLOT_PX}
    return {"type": "line", **ends, "layer": "below", "line": {"color": colours["line-strong"], "width": 1}}


def _mark_name(mark: Mark, anchor: str, row: int, colours: Colours) -> Spec:
    """The name of a mark above the plot, in its row."""
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": row * _LABEL_PX}
    name = text(colours, mark.short, size=13)
    return {**name, "x": mark.x, "xanchor": anchor, **above, "bgcolor": colours["paper"]}
