"""The plot of loss against compute, with the run that is shown as a point in it."""

import streamlit as st

from components.curve.curve import number_table
from components.curve.curve_drawing import curve_drawing
from core.lab.result import Result
from core.lab_page.scaling import compute_chart
from core.language.text import t
from core.web.lab_runner import lab_recordings


def lab_compute(shown: Result | None) -> None:
    """Draws the plot and the same in numbers."""
    chart = compute_chart(lab_recordings(), shown)
    curve_drawing(chart.curve, "lab.compute", chart.finding)
    drawer = st.expander(t("The plot in numbers"), icon=":material/table_rows:", key="lab.compute", on_change="rerun")
    if drawer.open:
        with drawer:
            number_table(chart.curve.label, chart.rows)
