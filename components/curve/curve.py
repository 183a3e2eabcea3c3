"""A small line chart with its finding in a sentence, and the same in numbers. Ten times lighter than Plotly."""

import streamlit as st

from components.curve.curve_drawing import curve_drawing
from components.markup import el, show
from core.curve import Curve, curve_rows
from core.language.text import t


def curve(chart: Curve, key: str, finding: str, assumption: str) -> None:
    """Draws a chart, says what it shows now, and what was assumed for it."""
    curve_drawing(chart, key, finding)
    show(el("p", el("strong", t("An illustration:")), f" {assumption}", class_="ll-note ll-assumed"))
    with st.expander(t("The figure in numbers"), icon=":material/table_rows:", key=f"curve.{key}.numbers"):
        number_table(chart.label, curve_rows(chart))


def number_table(caption: str, rows: tuple[tuple[str, ...], ...]) -> None:
    """Draws rows as a table; the first row is the head, the first cell of each row names it."""
    head, *body = rows
    show(
        el(
            "table",
            el("caption", caption),
            el("thead", el("tr", *(el("th", cell, scope="col") for cell in head))),
            el("tbody", *(el("tr", el("th", row[0], scope="row"), *(el("td", c) for c in row[1:])) for row in body)),
            class_="ll-table",
        )
    )
