"""The curves of a run before the band of recorded worlds, each with its finding and the same in numbers."""

from collections.abc import Sequence

import streamlit as st

from components.curve.curve_drawing import curve_drawing
from components.drawer import drawer
from components.markup import el, show
from components.number_table import number_table
from core.content.lab import LabRun
from core.lab.result import Result
from core.lab_page.charts import LabChart, charts_of
from core.lab_page.words import legend_words
from core.language.text import t


def lab_curve(run: LabRun, shown: Result | None, recorded: Sequence[Result], key: str, going: bool = False) -> None:
    """Draws a run's charts side by side. While it is `going` the band stays hidden, so that it gives nothing away,
    and nothing is told, because it would be told at every look.

    Keeps nothing in the session, so that any page or screen can draw a result.
    """
    charts = charts_of(run, shown, recorded, with_band=not going)
    if not charts:
        return
    with st.container(key=f"charts-{key}"):
        columns = st.columns(len(charts), gap="medium")
    for column, (number, chart) in zip(columns, enumerate(charts), strict=True):
        with column:
            curve_drawing(chart.curve, f"lab.{key}.{number}", "" if going else chart.finding)
    if going:
        return
    if recorded:
        show(el("p", legend_words(shown, recorded), class_="ll-note"))
    _numbers(charts, key)


def _numbers(charts: Sequence[LabChart], key: str) -> None:
    with drawer(t("The curves in numbers"), f"lab.{key}.numbers", "table_rows") as is_open:
        if is_open:
            for chart in charts:
                number_table(chart.curve.label, chart.rows)
