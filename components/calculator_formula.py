"""The formula of a result: each line in words, then with the learner's numbers in it."""

from components.formula_lines import formula_lines
from components.markup import el, show
from core.calculator_page.headline import marked_step
from core.calculator_page.opened import Opened
from core.language.text import t


def calculator_formula(opened: Opened) -> None:
    """Draws the lines; the one that comes to the headline is marked."""
    lines = formula_lines(opened.result.steps, marked_step(opened))
    show(el("h2", t("The formula, with your numbers"), class_="sub"), lines)
