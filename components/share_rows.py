"""Shares as bars, with a tick where something was expected of them, every row said in words as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.markup import el, icon, show
from core.numbers.number_format import percent


@dataclass(frozen=True)
class ShareRow:
    """A name, the share 0..1 that was found and the one that was expected, and what that comes to in words.

    `number` is what the share is the length of; without it the share itself is written. One row may be `marked`.
    """

    name: str
    share: float
    expected: float | None
    words: str = ""
    symbol: str = ""
    number: str = ""
    marked: bool = False


def share_rows(rows: Sequence[ShareRow]) -> None:
    """Draws the rows."""
    show(el("div", *(_row(row) for row in rows), class_="ll-rows ll-shares", role="list"))


def _row(row: ShareRow) -> ET.Element:
    words = el("span", icon(row.symbol) if row.symbol else None, row.words, class_="ll-verdict-words")
    bar = [el("i", style=f"width:{row.share:.1%}")]
    if row.expected is not None:
        bar.append(el("span", style=f"left:{row.expected:.1%}", class_="tick"))
    return el(
        "div",
        el("strong", el("mark", row.name) if row.marked else row.name),
        el("b", row.number or percent(row.share), class_="ll-num"),
        el("div", *bar, class_="ll-sharebar", aria_hidden="true"),
        words if row.words else None,
        class_="ll-row",
        role="listitem",
    )
