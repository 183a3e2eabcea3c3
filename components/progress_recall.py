"""Recall as it was measured, beside the recall that was promised."""

from components.markup import el, show
from components.review_settings_way import review_settings_way
from components.share_rows import ShareRow, share_rows
from core.language.text import nt, t
from core.numbers.number_format import percent
from core.quiz.progress import LEAST_REVIEWS, MeasuredRecall
from core.store.report import Report


def progress_recall(report: Report) -> None:
    """Draws the measure, or says what is missing for it."""
    recall = report.recall
    show(el("h2", t("Recall, measured"), class_="sub"), el("p", _sentence(recall)), class_="ll ll-stack")
    if recall.enough:
        words, symbol = _verdict(recall)
        share_rows([ShareRow(t("Known when asked"), recall.passed, recall.aimed_at, words, symbol)])
        if not _as_promised(recall):
            review_settings_way("progress.recall")


def _sentence(recall: MeasuredRecall) -> str:
    if not recall.reviews:
        return t(
            "After {least} reviews of questions past their first day, this says whether you recall the {aim} you aim "
            "for. So far there are none.",
            least=LEAST_REVIEWS,
            aim=percent(recall.aimed_at),
        )
    if not recall.enough:
        return nt(
            "After {least} reviews of questions past their first day, this says whether you recall the {aim} you aim "
            "for. So far there is one.",
            "After {least} reviews of questions past their first day, this says whether you recall the {aim} you aim "
            "for. So far there are {n}.",
            recall.reviews,
            least=LEAST_REVIEWS,
            aim=percent(recall.aimed_at),
        )
    return nt(
        "You passed {passed} of your last {reviews} reviews past the first day, give or take a point. The "
        "tick is what you aim for: {aim}.",
        "You passed {passed} of your last {reviews} reviews past the first day, give or take {n} points. The "
        "tick is what you aim for: {aim}.",
        max(1, round(recall.margin * 100)),
        reviews=recall.reviews,
        passed=percent(recall.passed),
        aim=percent(recall.aimed_at),
    )


def _as_promised(recall: MeasuredRecall) -> bool:
    return abs(recall.passed - recall.aimed_at) <= recall.margin


def _verdict(recall: MeasuredRecall) -> tuple[str, str]:
    if _as_promised(recall):
        return t("As promised, as far as this many reviews can tell"), "check_circle"
    if recall.falls_short:
        return t("Less than promised: reviews come too late for you. Aim higher in the review settings."), "warning"
    return t("More than promised: for fewer reviews, aim lower in the review settings"), "info"
