"""The frame that every Plotly figure of the calculators shares: fonts, axes, margins, limits. Pure: no Plotly here."""

from collections.abc import Mapping
from typing import Any

from core.language.numbers import decimal
from core.palette import TOKENS

Colours = Mapping[str, str]
Spec = dict[str, Any]
FONT = "IBM Plex Sans, Segoe UI, Arial, sans-serif"
INVISIBLE = "rgba(0,0,0,0)"
_CLEAR = {"ticks": "outside", "ticklen": 10, "tickcolor": INVISIBLE}
"""So far the words of a y axis stand off its line: a dot on the line must not lie on them."""
DASHES = {"stuff": "dot", "rag": "dash", "tune": "solid", "app": "dashdot", "prompt": "solid", "pre": "longdash"}


def colours_of(dark: bool) -> Colours:
    """The tokens of one theme."""
    return {name: shade.dark if dark else shade.light for name, shade in TOKENS.items()}


def frame(colours: Colours, height: int, margin: tuple[int, int, int, int]) -> Spec:
    """The layout before axes; the margin is left, right, top, bottom in px."""
    left, right, top, bottom = margin
    font = {"family": FONT, "size": 14, "color": colours["ink"]}
    return {
        "template": "none",
        "font": font,
        "paper_bgcolor": INVISIBLE,
        "plot_bgcolor": INVISIBLE,
        "showlegend": False,
        "dragmode": False,
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": bottom},
        "hoverlabel": {"bgcolor": colours["ink"], "font": {**font, "color": colours["paper"]}},
        "barmode": "stack",
        "bargap": 0,
        "annotations": [],
        "shapes": [],
        "separators": _separators(),
    }


def _separators() -> str:
    """The marks of decimals and of groups, as the language in force writes them: for numbers under the pointer."""
    sample = decimal(1234.5, 1)
    return f"{sample[-2]}{sample[1]}"


def x_axis(colours: Colours, title: str = "") -> Spec:
    """No grid, an ink line, ticks outside."""
    return {
        **_axis(colours, title),
        "showgrid": False,
        "showline": True,
        "linecolor": colours["ink"],
        "linewidth": 1,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": colours["ink"],
    }


def y_axis(colours: Colours) -> Spec:
    """A light grid, no line, at most five ticks; `title_above` says what it counts."""
    return {
        **_axis(colours),
        "gridcolor": colours["line"],
        "gridwidth": 1,
        "showline": False,
        "nticks": 5,
        **_CLEAR,
    }


def title_above(words: str, colours: Colours) -> Spec:
    """The title of the y axis, above it: at its side it would take room from the figure."""
    top = {"y": 1, "yanchor": "top", "yref": "container", "pad": {"t": 4}}
    font = {"family": FONT, "size": 13, "color": colours["muted"]}
    return {"text": words, "font": font, "x": 0, "xanchor": "left", **top}


def no_axis() -> Spec:
    """An axis that is only a scale."""
    return {"visible": False, "fixedrange": True}


def text(colours: Colours, words: str, colour: str = "ink", size: int = 14) -> Spec:
    """Words in a figure, without an arrow."""
    return {"text": words, "showarrow": False, "font": {"family": FONT, "size": size, "color": colours[colour]}}


def limit_shapes(colours: Colours, x: float, bottom: float, top: float) -> list[Spec]:
    """A limit that shows over a bar."""
    line = {"type": "line", "x0": x, "x1": x, "y0": bottom, "y1": top, "yref": "y", "layer": "above"}
    return _ink_on_paper(line, colours)


def limit_lines(colours: Colours, x: float, bottom: float, top: float) -> list[Spec]:
    """The same as traces, so that what comes later is drawn over it; shapes lie over all traces or under all."""
    line = {"type": "scatter", "mode": "lines", "x": [x, x], "y": [bottom, top], "hoverinfo": "skip"}
    return _ink_on_paper(line, colours)


def _ink_on_paper(line: Spec, colours: Colours) -> list[Spec]:
    strokes = (("paper", 5), ("ink", 2))
    return [{**line, "line": {"color": colours[token], "width": width}} for token, width in strokes]


def marker_dot(x: float, y: float, colours: Colours, words: str) -> Spec:
    """The point that matters: marker yellow with an edge, and its words under the mouse; whole on an axis too."""
    marker = {"size": 15, "color": colours["marker"], "line": {"color": colours["on-marker"], "width": 2.5}}
    place = {"x": [x], "y": [y], "hovertemplate": f"{words}<extra></extra>"}
    return {"type": "scatter", "mode": "markers", "marker": marker, "cliponaxis": False, **place}


def _axis(colours: Colours, title: str = "") -> Spec:
    font = {"family": FONT, "size": 13, "color": colours["muted"]}
    return {"tickfont": font, "title": {"text": title, "font": font}, "zeroline": False, "fixedrange": True}
