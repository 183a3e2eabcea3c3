"""A small line chart with its finding in a sentence, and the same in numbers. Ten times lighter than Plotly."""

import streamlit as st

from components.curve.curve_drawing import curve_drawing
from components.markup import el, show
from components.number_table import number_table
from core.curve.curve import Curve, curve_rows
from core.language.text import t


def curve(chart: Curve, key: str, finding: str, assumption: str) -> None:
    """Draws a chart, says what it shows now, and what was assumed for it."""
    curve_drawing(chart, key, finding)
    show(el("p", el("strong", t("An illustration:")), f" {assumption}", class_="ll-note ll-assumed"))
    with st.expander(t("The figure in numbers"), icon=":material/table_rows:", key=f"curve.{key}.numbers"):
        number_table(chart.label, curve_rows(chart))
