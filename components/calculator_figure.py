"""One figure of a calculator: the plot, its parts by name, its finding, and the same in numbers."""

from functools import partial
from xml.etree import ElementTree as ET

from components.drawer import drawer
from components.markup import el, show
from components.number_table import number_table
from components.plot.plot import plot
from core.calculator_page.figure import Bars, Figure, Lines, Part, Stack
from core.calculator_page.fills import fill_of
from core.calculator_page.plotly_spec import plotly_spec
from core.language.numbers import decimal
from core.language.text import t


def calculator_figure(figure: Figure, key: str) -> None:
    """Draws the figure; what it shows is said in one sentence, and stands below in a table."""
    if isinstance(figure, Bars) and figure.title:
        show(el("p", el("b", figure.title)))
    plot(partial(plotly_spec, figure), figure.alt, f"calculator-figure.{key}")
    if isinstance(figure, Stack):
        show(el("p", *(_part(part) for part in figure.parts), class_="ll-legend"))
    if isinstance(figure, Lines) and figure.marks:
        show(el("p", *(el("span", mark.words) for mark in figure.marks), class_="ll-legend"))
    with drawer(t("The figure in numbers"), f"calculator-table.{key}", "table_rows") as is_open:
        if is_open:
            number_table(figure.alt, figure.rows)


def _part(part: Part) -> ET.Element:
    swatch = el("span", class_=f"ll-sw ll-swatch-{fill_of(part.id).swatch}")
    return el("span", swatch, f"{part.label} ", el("b", decimal(part.value, 1)))
