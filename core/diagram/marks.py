"""A measure on a node: a bar along its foot and a word at the end of it, told apart by length and dashes. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from core.diagram.layout import PlacedNode
from core.diagram.text import text_width

_FONT, _HEIGHT, _PAD, _OUT, _CLEAR, _HANG = 12, 18, 4, 5, 5, 5
"""In px. The label stands out over the corner, and lower where the node's last line would reach under it."""
_SIDE = 22
"""The bar lies on the foot's line, inside of round ends."""
_NARROW = 150
"""A node of less than this has no room for a bar and a word: whatever its word, it hangs below."""


class BarPattern(StrEnum):
    """How a bar is drawn, so that two levels differ by more than their length."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True)
class NodeMark:
    """A measure on a node: `word` is written at its foot, `note` is what screen readers say.

    `share` is the bar's length, 0..1 of the node's width; None draws no bar.
    """

    node: str
    word: str
    note: str
    share: float | None = None
    pattern: BarPattern = BarPattern.SOLID


def reach_px(word: str, node: PlacedNode) -> float:
    """How far a word reaches below the foot of its node."""
    return _HEIGHT - _raised(word, node)


def draw_mark(drawn: ET.Element, mark: NodeMark, node: PlacedNode) -> None:
    """Adds a mark to the drawing of a node."""
    group = ET.SubElement(drawn, "g", {"class": f"mark {mark.pattern.value}"})
    width, foot, left = node.letters.width, node.foot, node.x - node.letters.width / 2
    wide, corner = _word_width(mark.word), _corner(mark.word, node)
    if mark.share is not None:
        start, end = left + _SIDE, left + width - _SIDE if _is_narrow(node) else corner - _CLEAR
        length = (end - start) * min(max(mark.share, 0.0), 1.0)  # a full bar ends before the word
        places = {"x1": start, "x2": start + length, "y1": foot, "y2": foot}
        ET.SubElement(group, "line", {"class": "share", **_written(places)})
    down = foot - _raised(mark.word, node)
    label = {"x": corner, "y": down, "width": wide, "height": _HEIGHT, "rx": 4}
    ET.SubElement(group, "rect", {"class": "label", **_written(label)})
    at = {"x": corner + wide / 2, "y": down + 13}
    ET.SubElement(group, "text", {"class": "word", **_written(at)}).text = mark.word


def _word_width(word: str) -> float:
    return text_width(word, _FONT, 600) + 2 * _PAD


def _corner(word: str, node: PlacedNode) -> float:
    wide = _word_width(word)
    return node.x - wide / 2 if _is_narrow(node) else node.x + node.letters.width / 2 + _OUT - wide


def _raised(word: str, node: PlacedNode) -> float:
    if _is_narrow(node):
        return -_HANG
    return 2 if _corner(word, node) < node.last_line_end + _CLEAR else _HEIGHT / 2  # below a line it would reach under


def _is_narrow(node: PlacedNode) -> bool:
    return node.letters.width < _NARROW


def _written(places: dict[str, float]) -> dict[str, str]:
    return {name: f"{value:.1f}" for name, value in places.items()}
