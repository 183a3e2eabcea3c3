"""Which calculator is open: one row of choices, and its question as the title of the page."""

from typing import Any

from components import session
from components.address_note import address_note
from components.calculator_form import open_calculator
from components.choice_row import choice_row
from components.page_head import page_head
from core.calculator_page.layout import layout_of, ordered
from core.calculator_page.opened import choose_calculator
from core.calculators.model import Calculator
from core.calculators.registry import calculators
from core.language.text import t


def calculator_chooser() -> Calculator[Any]:
    """Draws the choices and the title; gives the calculator that the address names."""
    found = ordered(calculators())
    chosen, words = choose_calculator(found, session.params())
    choice_row(
        "calculator-chooser.calc", t("Calculator"), {one.id: t(one.title) for one in found}, chosen.id, open_calculator
    )
    page_head(t(layout_of(chosen).question), t(layout_of(chosen).lede))
    address_note(*words)
    return chosen
