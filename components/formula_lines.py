"""A calculation line by line: each in words, then in numbers with what it comes to."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from components.markup import el
from core.calculators.model import Step
from core.quiz.families.family import WorkedStep


def formula_lines(steps: Sequence[Step | WorkedStep], here: Step | WorkedStep | None) -> ET.Element:
    """The lines as an element; the result of the step `here` is marked."""
    return el("div", *(part for step in steps for part in _line(step, step is here)), class_="ll-formula ll-steps")


def _line(step: Step | WorkedStep, here: bool) -> tuple[ET.Element, ET.Element]:
    result = el("mark", el("b", step.result)) if here else el("b", step.result)
    return el("div", el("em", step.words)), el("div", f"{step.numbers} = ", result)
