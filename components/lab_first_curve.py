"""The first curve of a run, for a screen that nobody scrolls: the picture with its key, without the same in numbers."""

from collections.abc import Sequence

from components.curve.curve_drawing import curve_drawing
from components.markup import el, show
from core.content.lab import LabRun
from core.lab.result import Result
from core.lab_page.charts import charts_of
from core.lab_page.words import legend_words


def lab_first_curve(run: LabRun, shown: Result, recorded: Sequence[Result], key: str) -> None:
    """Draws it, if the run has any."""
    for chart in charts_of(run, shown, recorded, with_band=True)[:1]:
        curve_drawing(chart.curve, f"lab.{key}.first", "")
        if recorded:
            show(el("p", legend_words(shown, recorded), class_="ll-note"))
