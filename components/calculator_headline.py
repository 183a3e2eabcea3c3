"""The result of a calculator, biggest and first."""

from components.markup import el, show
from core.calculator_page.headline import headline
from core.calculator_page.opened import Opened
from core.language.text import t


def calculator_headline(opened: Opened, stale: bool) -> None:
    """Draws the result; muted, and said to be old, while a field cannot be used."""
    found = headline(opened)
    eyebrow = t("{label}, at the last values that worked", label=found.label) if stale else found.label
    name = f"result-{opened.calculator.id}"
    number = el("b", found.number), " ", el("span", found.range)
    result = el("p", *number, class_="ll-result", role="status", aria_labelledby=name)
    show(el("p", eyebrow, class_="ll-eyebrow", id=name), result, class_="ll ll-stale" if stale else "ll")
