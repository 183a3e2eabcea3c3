"""What can be exported from a calculator: a line for the decision record, a table, pictures."""

from collections.abc import Callable

import streamlit as st

from components import session
from components.markup import remark, show
from components.record_place import add_to_record, params_in_record
from core.calculator_page.figure import Figure
from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened, address_of
from core.export.figure_svg import figure_svg
from core.export.result_csv import result_csv
from core.language.in_force import in_force, speaking
from core.language.text import marked, t

_SHOWS = {
    "parts": marked("parts"),
    "cost": marked("cost"),
    "labels": marked("labels"),
    "curves": marked("curves"),
    "latency": marked("latency"),
    "runs": marked("runs"),
    "modules": marked("modules"),
    "speed": marked("speed"),
}
"""What a figure shows, by its id."""


def calculator_exports(opened: Opened, figures: tuple[Figure, ...]) -> None:
    """Draws the buttons, and says when a result is in the record."""
    calculator_id, title = opened.calculator.id, t(layout_of(opened.calculator).question)
    reference = session.reference()
    with st.container(key="downloads-calculator", horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            t("Add to the decision record"),
            icon=":material/add:",
            on_click=add_to_record,
            args=(opened,),
            key="calculator.record",
        )
        _download(
            "CSV",
            lambda: result_csv(opened, reference),
            (f"{calculator_id}.csv", "text/csv"),
            t("Inputs, results and sources as a table"),
        )
        for figure in figures:
            shows = t(_SHOWS.get(figure.id, figure.id))
            name = "SVG" if len(figures) == 1 else t("SVG, {id}", id=shows)
            words = t("The figure “{id}” as a picture that scales", id=shows)
            _download(name, _drawn(figure, title), (f"{calculator_id}-{figure.id}.svg", "image/svg+xml"), words)
    added = params_in_record(calculator_id)
    if added:
        same = added == address_of(opened.calculator, opened.inputs, {})
        words = (
            t("This result is in your decision record.") if same else t("Your decision record has an earlier result.")
        )
        show(remark(words, "check_circle" if same else "info", note=True, role="status"))


def _drawn(figure: Figure, title: str) -> Callable[[], str]:
    """What makes the picture: Streamlit calls it in a thread that does not know the visitor's language."""
    language = in_force()

    def draw() -> str:
        with speaking(language):
            return figure_svg(figure, title)

    return draw


def _download(label: str, make: Callable[[], str], file: tuple[str, str], words: str) -> None:
    name, kind = file
    st.download_button(
        label,
        make,
        file_name=name,
        mime=kind,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key=f"calculator.download.{name}",
        help=words,
    )
