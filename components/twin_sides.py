"""Two cases side by side, with the words that differ marked."""

from xml.etree import ElementTree as ET

from components.markup import el, kept_together
from core.quiz.cases import Twins

Side = tuple[str, ET.Element | None]
"""A title, and what stands under the case."""


def twin_sides(pair: Twins, here: Side, there: Side) -> ET.Element:
    """The element that holds both."""
    sides = zip(pair.marked, (here, there), strict=True)
    return el("div", *(_side(runs, *side) for runs, side in sides), class_="ll-twins")


def _side(runs: tuple[tuple[str, bool], ...], title: str, under: ET.Element | None) -> ET.Element:
    kept = ((kept_together(text), changed) for text, changed in runs)
    words = (el("mark", text) if changed else text for text, changed in kept)
    return el("section", el("h3", title), el("p", *words), under)
