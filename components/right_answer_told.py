"""The right answer to a question of a room, to be read: what was to be arranged stands as a list."""

from xml.etree import ElementTree as ET

from components.markup import description_list, el, rich
from core.content.arranged_items import Match, Order
from core.content.items import AnyItem
from core.language.text import t
from core.workshop.picks import answer_words


def right_answer_told(asked: AnyItem, class_: str, *, news: bool = False) -> ET.Element:
    """Steps in their order, pairs side by side, any other answer in a sentence.

    As `news`, those who listen are told it in one sentence.
    """
    words = t("Right answer: {answer}", answer=answer_words(asked))
    told = _listed(asked)
    element = el("p", words) if told is None else el("div", el("p", t("Right answer:")), told)
    element.set("class", class_)
    if news:
        element.set("data-ll-news", words)
    return element


def _listed(asked: AnyItem) -> ET.Element | None:
    match asked:
        case Order(steps=steps):
            return el("ol", *(rich("li", step.text) for step in steps))
        case Match(pairs=pairs):
            return description_list((pair.left, pair.right) for pair in pairs)
        case _:
            return None
