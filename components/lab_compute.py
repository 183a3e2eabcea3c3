"""The plot of loss against compute, with the run that is shown as a point in it."""

from components.curve.curve_drawing import curve_drawing
from components.drawer import drawer
from components.number_table import number_table
from core.lab.result import Result
from core.lab_page.scaling import compute_chart
from core.language.text import t
from core.web.lab_runner import lab_recordings


def lab_compute(shown: Result | None) -> None:
    """Draws the plot and the same in numbers."""
    chart = compute_chart(lab_recordings(), shown)
    curve_drawing(chart.curve, "lab.compute", chart.finding)
    with drawer(t("The plot in numbers"), "lab.compute", "table_rows") as is_open:
        if is_open:
            number_table(chart.curve.label, chart.rows)
