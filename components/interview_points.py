"""The key points with their marks: the words that earned each, and where the learner or a model sees it otherwise."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from components.markup import el, icon, show
from components.said_in_english import said_in_english
from core.content.interview_items import KeyPoint
from core.interview.grade_report import quoted
from core.interview.turn import Turn
from core.interview.verdicts import AnswerMark, PointMark, Verdict
from core.language.text import marked, t

_LOOK = {
    Verdict.COVERED: ("check_circle", "ll-ok", marked("Covered")),
    Verdict.NOT_SURE: ("help", "ll-mid", marked("Not sure")),
    Verdict.MISSING: ("radio_button_unchecked", "ll-no", marked("Missing")),
}
_OWN = {
    Verdict.COVERED: marked("You: said it"),
    Verdict.NOT_SURE: marked("You: partly"),
    Verdict.MISSING: marked("You: not said"),
}


def interview_points(points: Sequence[KeyPoint], turn: Turn, mark: AnswerMark, second: AnswerMark | None) -> None:
    """Draws the rows, in the order of the points; `second` are a model's marks, which stand beside."""
    found = {one.id: one for one in mark.points}
    other = {one.id: one for one in second.points} if second else {}
    rows = [
        _row(str(number), point, turn, found[point.id], other.get(point.id)) for number, point in enumerate(points, 1)
    ]
    show(el("div", *rows, class_="ll-rows ll-points", role="list"))


def _row(number: str, point: KeyPoint, turn: Turn, found: PointMark, other: PointMark | None) -> ET.Element:
    return el(
        "div",
        el("span", number, class_="ll-num"),
        el(
            "div",
            said_in_english(el("strong", point.text)),
            el("span", _words(turn, found, t("Not found.")), class_="ll-note"),
            _by_model(turn, other),
        ),
        _verdict(found.verdict, turn.own.get(point.id), other),
        class_="ll-row ll-point",
        role="listitem",
    )


def _words(turn: Turn, one: PointMark, without: str) -> str:
    words = quoted(turn.answer, one.evidence)
    return f"{t('“{words}”', words=words) if words else without} {t(one.note) if one.note else ''}".strip()


def _by_model(turn: Turn, other: PointMark | None) -> ET.Element | None:
    words = _words(turn, other, "") if other else ""
    return el("span", t("Model: {words}", words=words), class_="ll-note") if words else None


def _verdict(found: Verdict, own: Verdict | None, other: PointMark | None) -> ET.Element:
    counts = found if own is None else own
    symbol, look, word = _LOOK[counts]
    alike = counts is found and own is not Verdict.NOT_SURE  # a marker that is not sure does not say “partly”
    return el(
        "div",
        el("span", icon(symbol), t(word if alike else _OWN[counts]), class_=f"ll-verdict {look}"),
        el("span", t("Marked: {verdict}", verdict=_said(found)), class_="ll-note") if not alike else None,
        el("span", t("Model: {words}", words=_said(other.verdict)), class_="ll-note") if other else None,
        class_="ll-own",
    )


def _said(verdict: Verdict) -> str:
    return t(_LOOK[verdict][2]).lower()
