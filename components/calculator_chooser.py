"""Which calculator is open: one row of choices, and its question as the title of the page."""

from typing import Any

import streamlit as st

from components import session
from components.address_note import address_note
from components.chosen_in_view import chosen_in_view
from components.page_head import page_head
from core.calculator_page.layout import layout_of, ordered
from core.calculator_page.opened import choose_calculator
from core.calculators.model import Calculator
from core.calculators.registry import calculators
from core.language.text import t

_KEY = "calculator-chooser.calc"


def calculator_chooser() -> Calculator[Any]:
    """Draws the choices and the title; gives the calculator that the address names."""
    found = ordered(calculators())
    chosen, words = choose_calculator(found, session.params())
    session.set_widget_value(_KEY, chosen.id)
    titles = {one.id: t(one.title) for one in found}
    with st.container(key="calculator-chooser"):
        st.pills(
            t("Calculator"),
            list(titles),
            required=True,
            format_func=titles.__getitem__,
            key=_KEY,
            on_change=_open,
            label_visibility="collapsed",
        )
        chosen_in_view("calculator-chooser", chosen.id)
    page_head(t(layout_of(chosen).question), t(layout_of(chosen).lede))
    address_note(*words)
    return chosen


def _open() -> None:
    kept = {name: value for name, value in session.params().items() if name == "from"}
    session.set_params({"calc": str(session.widget_value(_KEY)), **kept})
