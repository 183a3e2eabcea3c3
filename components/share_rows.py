"""Shares as bars with a tick where each was expected, every row said in words as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.markup import el, icon, show
from core.numbers.number_format import percent


@dataclass(frozen=True)
class ShareRow:
    """A name, the share 0..1 that was found and the one that was expected, and what that comes to in words."""

    name: str
    share: float
    expected: float
    words: str
    symbol: str = ""


def share_rows(rows: Sequence[ShareRow]) -> None:
    """Draws the rows."""
    show(el("div", *(_row(row) for row in rows), class_="ll-rows ll-shares", role="list"))


def _row(row: ShareRow) -> ET.Element:
    bar = [el("i", style=f"width:{row.share:.1%}"), el("span", style=f"left:{row.expected:.1%}", class_="tick")]
    return el(
        "div",
        el("strong", row.name),
        el("b", percent(row.share), class_="ll-num"),
        el("div", *bar, class_="ll-sharebar", aria_hidden="true"),
        el("span", icon(row.symbol) if row.symbol else None, row.words, class_="ll-verdict-words"),
        class_="ll-row",
        role="listitem",
    )
