"""The five approaches as boxes: cost against time to ship, both on log scales."""

from functools import partial
from math import log10

import streamlit as st

from components.number_table import number_table
from components.plot.plot import plot
from core.calculator_page.plotly_frame import DASHES, Colours, Spec, frame, title_above, x_axis, y_axis
from core.content.facts import Approach
from core.content.models import Content
from core.language.text import in_sentence, marked, t
from core.numbers.figures import figure_text

_HOURS = {1: marked("hour"), 8: marked("day"), 160: marked("month"), 1920: marked("year")}
"""With no week: on a narrow phone it would run into the month."""
_BEFORE_PX = -5
"""How far left of its box a name begins: further right it would touch the next box on the narrowest phone."""
_TIMES = {1: "1×", 100: "100×", 10_000: marked("10K×"), 1_000_000: marked("1M×")}
_SYMBOLS = {"prompt": "circle", "stuff": "square", "rag": "diamond", "tune": "triangle-up", "pre": "star"}


def approach_plot(content: Content, chosen: str) -> None:
    """Draws the plot with the chosen approach marked, and the same as a table."""
    first, last = content.approaches[0], content.approaches[-1]
    alt = t(
        "Cost against time to ship. From {first} ({first_time}, {first_cost}) to {last} ({last_time}, {last_cost}) "
        "each approach costs more, and none ships sooner than the one before.",
        first=first.title,
        first_time=in_sentence(first.time_to_ship),
        first_cost=first.cost.lower(),
        last=last.title,
        last_time=in_sentence(last.time_to_ship),
        last_cost=last.cost.lower(),
    )
    plot(partial(_figure, content.approaches, chosen), alt, "approach-plot")
    head = (t("Approach"), t("Time to ship, working hours"), t("Cost, times prompting"))
    rows = [(a.title, figure_text(a.time_hours), figure_text(a.relative_cost)) for a in content.approaches]
    with st.expander(t("The plot in numbers"), icon=":material/table_rows:", key="approach-plot.numbers"):
        number_table(t("Ranges the boxes stand for"), (head, *rows))


def _figure(approaches: tuple[Approach, ...], chosen: str, colours: Colours) -> Spec:
    layout = frame(colours, 448, (52, 8, 36, 44))
    layout["title"] = title_above(t("cost, times prompting"), colours)
    times = {"range": [-0.15, 3.55], "tickvals": list(_HOURS), "ticktext": [t(word) for word in _HOURS.values()]}
    costs = {"range": [-0.7, 6.1], "tickvals": list(_TIMES), "ticktext": [t(word) for word in _TIMES.values()]}
    layout["xaxis"] = {**x_axis(colours, t("time to ship, in working time")), **times, "type": "log", "tickangle": 0}
    layout["yaxis"] = {**y_axis(colours), **costs, "type": "log"}
    data: list[Spec] = []
    for approach in approaches:
        here = approach.id == chosen
        data += [_box(approach, colours), _centre(approach, colours, here)]
        layout["annotations"].append(_name(approach, colours, here))
    return {"data": data, "layout": layout}


def _ends(approach: Approach) -> tuple[float, float, float, float]:
    """Where its box begins and ends: across in hours, upwards in cost."""
    hours, cost = approach.time_hours, approach.relative_cost
    return hours.low, hours.high or hours.low, cost.low, cost.high or cost.low


def _box(approach: Approach, colours: Colours) -> Spec:
    left, right, low, high = _ends(approach)
    colour = colours[approach.category]
    return {
        "x": [left, right, right, left, left],
        "y": [low, low, high, high, low],
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "fillcolor": f"rgba({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))}, 0.12)",
        "line": {"color": colour, "width": 3, "dash": DASHES[approach.category]},
        "hoverinfo": "skip",
    }


def _centre(approach: Approach, colours: Colours, here: bool) -> Spec:
    left, right, low, high = _ends(approach)
    plain = {"size": 11, "color": colours[approach.category], "symbol": _SYMBOLS[approach.category]}
    edge = {"color": colours["on-marker"], "width": 2.5}
    lit = {"size": 15, "color": colours["marker"], "symbol": "circle", "line": edge}
    return {
        "x": [(left * right) ** 0.5],
        "y": [(low * high) ** 0.5],
        "type": "scatter",
        "mode": "markers",
        "marker": lit if here else plain,
        "hovertemplate": f"{approach.title}<br>{approach.time_to_ship}, {approach.cost.lower()}<extra></extra>",
    }


def _name(approach: Approach, colours: Colours, here: bool) -> Spec:
    left, right, low, high = _ends(approach)
    below, late = low == high, left > max(_HOURS) / 10
    return {
        "x": log10(right if late else left),
        "y": log10(high),
        "text": f"<b>{approach.title if late else approach.title.replace(' ', '<br>')}</b>",
        "align": "left",
        "showarrow": False,
        "xanchor": "right" if late else "left",
        "xshift": 0 if late else _BEFORE_PX,
        "yanchor": "top" if below else "bottom",
        "yshift": -8 if below else 4,
        "font": {"color": colours["on-marker"] if here else colours["ink"]},
        "bgcolor": colours["marker" if here else "paper"],
    }
