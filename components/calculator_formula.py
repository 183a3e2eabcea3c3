"""The formula of a result: each line in words, then with the learner's numbers in it."""

from xml.etree import ElementTree as ET

from components.markup import el, show
from core.calculator_page.headline import marked_step
from core.calculator_page.opened import Opened
from core.calculators.model import Step
from core.language.text import t


def calculator_formula(opened: Opened) -> None:
    """Draws the lines; the one that comes to the headline is marked."""
    here = marked_step(opened)
    lines = [part for step in opened.result.steps for part in _line(step, step is here)]
    show(el("h2", t("The formula, with your numbers"), class_="sub"), el("div", *lines, class_="ll-formula ll-steps"))


def _line(step: Step, here: bool) -> tuple[ET.Element, ET.Element]:
    result = el("mark", el("b", step.result)) if here else el("b", step.result)
    return el("div", el("em", step.words)), el("div", f"{step.numbers} = ", result)
