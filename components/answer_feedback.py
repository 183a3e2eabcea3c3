"""What is said to an answer: the verdict, every option with its reason, the belief behind a mistake."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el, icon, icon_row, rich, show
from components.situation import situation
from core.content.choice_items import Case, SpotError
from core.content.items import AnyItem
from core.content.typed_items import GAP, Cloze, Flashcard, FreeAnswer, Number, PredictNumber
from core.quiz.answers import AnyAnswer
from core.quiz.feedback_rows import FeedbackRow, Look, feedback_rows
from core.quiz.log import Confidence
from core.quiz.mark import Grade, Mark
from core.quiz.verdict import SELF_GRADED, verdict

_ICONS = {
    Look.RIGHT: "check_circle",
    Look.MISSED: "radio_button_unchecked",
    Look.HALF: "contrast",
    Look.WRONG: "cancel",
    Look.PLAIN: "radio_button_unchecked",
}
_VERDICTS = {
    Grade.RIGHT: ("ll-ok", "check_circle"),
    Grade.PARTLY: ("ll-mid", "contrast"),
    Grade.WRONG: ("ll-no", "cancel"),
}


def answer_feedback(
    item: AnyItem, answer: AnyAnswer | None, found: Mark, order: tuple[str, ...], confidence: Confidence | None = None
) -> None:
    """Draws the verdict and every option, gap, step or pair with its reason; answer None is “I do not know”."""
    if isinstance(item, Case):
        situation(item)
    rows = feedback_rows(item, answer, found, order)
    code = isinstance(item, SpotError) and item.code
    show(
        _verdict(item, answer, found, confidence),
        _recalled(item),
        _filled(item),
        el("div", *(_row(row, code) for row in rows), role="list", class_="ll-opts") if rows else None,
        _explanation(item),
        *(_belief(name) for name in found.misconceptions),
        class_="ll ll-stack ll-feedback",
    )


def _verdict(item: AnyItem, answer: AnyAnswer | None, found: Mark, confidence: Confidence | None) -> ET.Element:
    words = verdict(item, answer, found, confidence)
    if answer is None or item.kind in SELF_GRADED:
        return el("p", words, class_="ll-said", role="status")
    class_, name = _VERDICTS[found.grade]
    return el("p", icon(name), el("span", words), class_=f"ll-said {class_}", role="status")


def _recalled(item: AnyItem) -> ET.Element | None:
    return rich("p", item.answer, class_="ll-lede ll-recalled") if isinstance(item, Flashcard | FreeAnswer) else None


def _filled(item: AnyItem) -> ET.Element | None:
    if not isinstance(item, Cloze):
        return None
    answers = {gap.id: gap.answer for gap in item.gaps}
    parts = [el("b", answers[part]) if index % 2 else part for index, part in enumerate(GAP.split(item.text))]
    return el("p", *parts, class_="ll-lede ll-gaps")


def _row(row: FeedbackRow, code: bool) -> ET.Element:
    lines = [
        el("p", f"{label}: ", el("strong", value, class_="ll-line-code" if code else None))
        for label, value in row.lines
    ]
    said = el("span", row.said, class_="who") if row.said else None
    text = el("strong", row.text, class_="ll-line-code" if code else None)
    head = el("div", el("span", row.place, class_="ll-place ll-num") if row.place else None, text, class_="ll-what")
    body = el("div", said, head, *lines, rich("p", row.why) if row.why else None)
    return el("div", icon(_ICONS[row.look]), body, role="listitem", class_=f"ll-opt {row.look}")


def _explanation(item: AnyItem) -> ET.Element:
    lead = "The working." if isinstance(item, Number | PredictNumber) else "Why."
    return el("p", el("strong", lead), " ", rich("span", item.explanation), class_="ll-why")


def _belief(name: str) -> ET.Element | None:
    belief = session.content().misconception_by_id.get(name)
    if belief is None:
        return None
    return icon_row("lightbulb", f"This is the belief: “{belief.name}”.", belief.correction)
