"""The result of a calculator, biggest and first."""

from components.markup import el, show
from core.calculator_page.headline import headline
from core.calculator_page.opened import Opened
from core.language.text import t


def calculator_headline(opened: Opened, stale: bool) -> None:
    """Draws the result; muted, and said to be old, while a field cannot be used."""
    found = headline(opened)
    eyebrow = t("{label}, at the last values that worked", label=found.label) if stale else found.label
    number = el("p", el("b", found.number), el("span", found.range), class_="ll-result", role="status")
    name = f"result-{opened.calculator.id}"
    show(el("p", eyebrow, class_="ll-eyebrow", id=name), number, class_="ll ll-stale" if stale else "ll")
