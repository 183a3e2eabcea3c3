"""A measure on a node: a bar along its foot and a word at the end of it, told apart by length and dashes. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from core.diagram.text import text_width

_FONT, _HEIGHT, _PAD, _OUT, _CLEAR, _HANG = 12, 18, 4, 13, 5, 5
"""In px. The label stands out over the corner, and lower where the node's last line would reach under it."""
_SIDE = 22
"""The bar lies on the foot's line, inside of round ends."""


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


def hang_px(word: str, width: float) -> float:
    """How far a word reaches below the foot of a node of that width; one at the corner of a wide node, not at all."""
    return _HANG + _HEIGHT if _is_narrow(word, width) else 0.0


def draw_mark(node: ET.Element, mark: NodeMark, box: tuple[float, float, float, float], text_end: float) -> None:
    """Adds a mark to the drawing of a node: its left, top, width and height in px, and where its last line ends."""
    left, top, width, height = box
    foot = top + height
    group = ET.SubElement(node, "g", {"class": f"mark {mark.pattern.value}"})
    wide, narrow = _word_width(mark.word), _is_narrow(mark.word, width)
    corner = left + (width - wide) / 2 if narrow else left + width - wide + _OUT
    if mark.share is not None:
        start, y = left + _SIDE, foot
        room = (left + width - _SIDE if narrow else corner - _CLEAR) - start  # a full bar ends before the word
        places = {"x1": start, "x2": start + room * min(max(mark.share, 0.0), 1.0), "y1": y, "y2": y}
        ET.SubElement(group, "line", {"class": "share", **_written(places)})
    raised = 2 if corner < text_end + _CLEAR else _HEIGHT / 2  # below a line that would reach under it
    down = foot + _HANG if narrow else foot - raised
    label = {"x": corner, "y": down, "width": wide, "height": _HEIGHT, "rx": 4}
    ET.SubElement(group, "rect", {"class": "label", **_written(label)})
    at = {"x": corner + wide / 2, "y": down + 13}
    ET.SubElement(group, "text", {"class": "word", **_written(at)}).text = mark.word


def _word_width(word: str) -> float:
    return text_width(word, _FONT, 600) + 2 * _PAD


def _is_narrow(word: str, width: float) -> bool:
    return _word_width(word) > width * 0.6  # at the corner it would leave no room for a bar


def _written(places: dict[str, float]) -> dict[str, str]:
    return {name: f"{value:.1f}" for name, value in places.items()}
