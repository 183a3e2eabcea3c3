"""Feedback on an answer: the verdict, every option with its reason, the misconception behind a mistake."""

from xml.etree import ElementTree as ET

from components import session
from components.announcement.announcement import announcement
from components.formula_lines import formula_lines
from components.markup import el, icon, icon_row, rich, show
from core.content.choice_items import SpotError
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.typed_items import GAP, Cloze, Flashcard
from core.language.text import marked, t
from core.quiz.answers import AnyAnswer
from core.quiz.families.family import GeneratedItem
from core.quiz.feedback_rows import FeedbackRow, Look, feedback_rows
from core.quiz.log import Confidence
from core.quiz.mark import Grade, Mark
from core.quiz.verdict import verdict

_ICONS = {
    Look.RIGHT: "check_circle",
    Look.MISSED: "radio_button_unchecked",
    Look.HALF: "contrast",
    Look.WRONG: "cancel",
    Look.PLAIN: "radio_button_unchecked",
}
GRADE_LOOKS = {
    Grade.RIGHT: ("check_circle", "ll-ok"),
    Grade.PARTLY: ("contrast", "ll-mid"),
    Grade.WRONG: ("cancel", "ll-no"),
}
"""The icon and the class of each grade."""
_LEADS = {"number": marked("The working."), "predict-number": marked("Where it comes from.")}


def answer_feedback(
    item: AnyItem, answer: AnyAnswer | None, found: Mark, order: tuple[str, ...], confidence: Confidence | None = None
) -> None:
    """Draws the verdict and every option, gap, step or pair with its reason; answer None is “I do not know”."""
    rows = feedback_rows(item, answer, found, order)
    code = isinstance(item, SpotError) and item.code
    words = verdict(item, answer, found, confidence)
    recalled = item.answer if isinstance(item, Flashcard | FreeAnswer) else ""
    show(
        _verdict(words, None if answer is None or recalled else found.grade),
        rich("p", recalled, class_="ll-lede") if recalled else None,
        _filled(item) if isinstance(item, Cloze) else None,
        el("div", *(_row(row, code) for row in rows), role="list", class_="ll-opts") if rows else None,
        *_reasons(item),
        *(_belief(name) for name in found.misconceptions),
        class_="ll ll-stack ll-feedback",
    )
    announcement(f"{words} {recalled}".strip(), f"{item.id}.{words}", item.id)


def _verdict(words: str, grade: Grade | None) -> ET.Element:
    if grade is None:
        return el("p", words, class_="ll-said", tabindex="-1")
    name, class_ = GRADE_LOOKS[grade]
    return el("p", icon(name), el("span", words), class_=f"ll-said {class_}", tabindex="-1")


def _filled(item: Cloze) -> ET.Element:
    answers = {gap.id: gap.answer for gap in item.gaps}
    parts = [el("b", answers[part]) if index % 2 else part for index, part in enumerate(GAP.split(item.text))]
    return el("p", *parts, class_="ll-lede ll-gaps")


def _row(row: FeedbackRow, code: bool) -> ET.Element:
    class_ = "ll-line-code" if code else None
    last = len(row.lines) - 1
    lines = [
        el("p", f"{label}: ", rich("strong" if index == last else "span", value, class_=class_))
        for index, (label, value) in enumerate(row.lines)
    ]
    said = el("span", row.said, class_="who") if row.said else None
    text = el("strong", row.text) if row.own else rich("strong", row.text, class_=class_)
    head = el("div", el("span", row.place, class_="ll-place ll-num") if row.place else None, text, class_="ll-what")
    body = el("div", said, head, *lines, rich("p", row.why) if row.why else None)
    return el("div", icon(_ICONS[row.look]), body, role="listitem", class_=f"ll-opt {row.look}")


def _reasons(item: AnyItem) -> tuple[ET.Element, ...]:
    if isinstance(item, GeneratedItem):
        return (el("p", el("strong", t("The working"))), formula_lines(item.steps, item.steps[-1]))
    lead = t(_LEADS.get(item.kind, marked("Why.")))
    return (el("p", el("strong", lead), " ", rich("span", item.explanation)),)


def _belief(name: str) -> ET.Element | None:
    belief = session.content().misconception_by_id.get(name)
    if belief is None:
        return None
    return icon_row("lightbulb", t("The belief behind it: “{belief}”.", belief=belief.name), belief.correction)
