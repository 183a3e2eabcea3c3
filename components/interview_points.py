"""The key points with their marks: the learner's words that earned each, and where the learner sees it otherwise."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from components.markup import el, icon, show
from core.content.interview_items import KeyPoint
from core.interview.grade_report import quoted
from core.interview.mock import Turn
from core.interview.verdicts import AnswerMark, PointMark, Verdict

_LOOK = {
    Verdict.COVERED: ("check_circle", "ll-ok", "Covered"),
    Verdict.NOT_SURE: ("help", "ll-mid", "Not sure"),
    Verdict.MISSING: ("radio_button_unchecked", "ll-no", "Missing"),
}
_OWN = {Verdict.COVERED: "You: said it", Verdict.NOT_SURE: "You: partly", Verdict.MISSING: "You: not said"}


def interview_points(points: Sequence[KeyPoint], turn: Turn, mark: AnswerMark) -> None:
    """Draws the rows, in the order of the points."""
    found = {one.id: one for one in mark.points}
    rows = [_row(number, point, turn, found[point.id]) for number, point in enumerate(points, 1)]
    show(el("div", *rows, class_="ll-rows ll-points", role="list"))


def _row(number: int, point: KeyPoint, turn: Turn, found: PointMark) -> ET.Element:
    own = turn.own.get(point.id, found.verdict)
    words = quoted(turn.answer, found.evidence)
    said = f"“{words}”" if words else "Not found."
    return el(
        "div",
        el("span", str(number), class_="ll-num"),
        el("div", el("strong", point.text), el("span", f"{said} {found.note}".strip(), class_="ll-note")),
        el("div", _verdict(found.verdict, own), class_="ll-own"),
        class_="ll-row ll-point",
        role="listitem",
    )


def _verdict(found: Verdict, own: Verdict) -> ET.Element:
    symbol, look, word = _LOOK[own]
    if own is found:
        return el("span", icon(symbol), word, class_=f"ll-verdict {look}")
    both = el("span", icon(symbol), _OWN[own], class_=f"ll-verdict {look}")
    return el("div", both, el("span", f"Marked: {_LOOK[found][2].lower()}", class_="ll-note"))
