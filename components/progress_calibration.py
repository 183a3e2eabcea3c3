"""How sure beside how right, and the questions where sure was wrong."""

from components.drill_button import drill_button
from components.markup import el, show
from components.review_settings_way import review_settings_way
from components.share_rows import ShareRow, share_rows
from core.content.models import Content
from core.language.text import marked, nt, t
from core.numbers.number_format import percent
from core.quiz.calibration import CalibrationPoint
from core.quiz.generated import find_item
from core.quiz.log import Confidence
from core.store.report import Report

_NAMES = {
    Confidence.GUESS: marked("A guess"),
    Confidence.FAIRLY: marked("Fairly sure"),
    Confidence.SURE: marked("Sure"),
}
_LISTED = 4


def progress_calibration(content: Content, report: Report) -> None:
    """Draws a row for each word that was used; then what was said to be sure and was wrong."""
    show(el("h2", t("How sure, how right"), class_="sub"), class_="ll ll-stack")
    if not report.stated:
        _empty(report.settings.confidence)
        return
    share_rows([_row(point) for point in report.stated])
    show(el("p", t("Bar: how often you were right. Tick: what the word stands for."), class_="ll-note"))
    if report.sure_but_wrong:
        _sure_but_wrong(content, report.sure_but_wrong)


def _empty(is_asked: bool) -> None:
    if is_asked:
        show(el("p", t("Answer a question and say how sure you are: this compares it with how often you are right.")))
        return
    show(
        el(
            "p",
            t(
                "Say how sure you are as you answer, and this compares it with how often you are right. Turn it "
                "on in the review settings."
            ),
        )
    )
    review_settings_way("progress.calibration")


def _row(point: CalibrationPoint) -> ShareRow:
    count = nt("{n} answer", "{n} answers", point.answers)
    return ShareRow(t(_NAMES[point.confidence]), point.right, point.stated, f"{count}; {_gap(point)}")


def _gap(point: CalibrationPoint) -> str:
    if not point.enough:
        return t("too few to compare with the {share} it stands for", share=percent(point.stated))
    if not point.points_off:
        return t("close to the {share} it stands for", share=percent(point.stated))
    told = {"points": point.points_off, "share": percent(point.stated)}
    if point.gap > 0:
        return t("{points} points below the {share} it stands for", **told)
    return t("{points} points above the {share} it stands for", **told)


def _sure_but_wrong(content: Content, ids: tuple[str, ...]) -> None:
    items = [item for name in ids[:_LISTED] if (item := find_item(content, name))]
    more = len(ids) - len(items)
    show(
        el("h3", t("Sure, but wrong")),
        el("p", t("What you were sure of sticks best once it is corrected.")),
        el("ul", *(el("li", item.stem) for item in items)),
        el("p", t("and {count} more", count=more), class_="ll-note") if more > 0 else None,
        class_="ll ll-stack",
    )
    label = nt("Drill this one", "Drill these {n}", len(ids))
    drill_button(label, ids, marked("Sure, but wrong"), "sure")
