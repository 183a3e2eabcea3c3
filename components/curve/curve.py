"""A small line chart with its finding in a sentence, and the same in numbers. Ten times lighter than Plotly."""

from pathlib import Path

import streamlit as st

from components.markup import el, show
from core.curve import Curve, curve_rows
from core.curve_svg import NARROW, WIDE, curve_svg

_HERE = Path(__file__).parent
# st.html drops SVG, and a picture as an image would not follow the theme: therefore a component.
_mount = st.components.v2.component(
    "curve",
    html='<div class="curve">\n<div class="drawings"></div><p role="status"></p></div>',
    css=(_HERE / "curve.css").read_text(encoding="utf-8"),
    js=(_HERE / "curve.js").read_text(encoding="utf-8"),
)


def curve(chart: Curve, key: str, finding: str, assumption: str) -> None:
    """Draws a chart, says what it shows now, and what was assumed for it."""
    curve_drawing(chart, key, finding)
    show(el("p", el("strong", "An illustration:"), f" {assumption}", class_="ll-note ll-assumed"))
    with st.expander("The figure in numbers", icon=":material/table_rows:", key=f"curve.{key}.numbers"):
        number_table(chart.label, curve_rows(chart))


def curve_drawing(chart: Curve, key: str, finding: str) -> None:
    """Draws a chart with the sentence that says what it shows; without one while it changes too fast to be told."""
    svgs = [curve_svg(chart, frame) for frame in (WIDE, NARROW)]
    _mount(key=f"curve.{key}", data={"svgs": svgs, "finding": finding})


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
