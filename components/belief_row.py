"""A misconception that was heard, with what is so instead."""

from xml.etree import ElementTree as ET

from components.markup import el, icon, rich
from core.content.item_base import Misconception
from core.language.text import t


def belief_row(one: Misconception, words: str = "") -> ET.Element:
    """The row; `words` are those that it was heard in."""
    return el(
        "div",
        icon("warning"),
        el(
            "div",
            el("p", el("strong", t("Did you mean “{name}”?", name=one.name))),
            el("span", t("It sounded like that here: “{words}”", words=words), class_="ll-note") if words else None,
            rich("p", one.correction),
        ),
        class_="ll-chef ll-belief",
    )
