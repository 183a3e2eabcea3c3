"""The first sight of Progress: what there is to do now, and how far the bank is known."""

import streamlit as st

from components import session
from components.big_numbers import big_numbers
from components.markup import el, show
from core.content.pages import Page
from core.language.numbers import weekday
from core.language.text import nt, t
from core.number_format import percent
from core.store.report import DAYS, Report


def progress_standing(report: Report) -> None:
    """Draws the numbers, and the way on when something is due."""
    with st.container(key="standing", gap="small"):
        _numbers(report)
        _way_on(report)


def _numbers(report: Report) -> None:
    new, learning, due = report.queue.counts
    days = report.days_in_a_row
    row = t("{days} days in a row now", days=days) if days > 1 else t("days off cost nothing")
    recall = report.recall
    known = percent(recall.passed) if recall.enough else "–"
    aim = percent(recall.aimed_at)
    promised = (
        t("you aim at {aim}", aim=aim) if recall.enough else t("measured after 30 reviews; you aim at {aim}", aim=aim)
    )
    big_numbers(
        (f"{learning + due}", t("to review today"), t("and {new} new", new=new) if new else t("and nothing new")),
        (
            t("{part} of {all}", part=report.begun, all=report.items),
            t("questions begun"),
            t("the others come a few a day"),
        ),
        (known, t("still known when asked"), promised),
        (t("{part} of {all}", part=report.active_days, all=DAYS), t("last days with an answer"), row),
    )


def _way_on(report: Report) -> None:
    total = sum(report.queue.counts)
    if total:
        label = nt("Review one question", "Review {n} questions", total)
        if st.button(label, type="primary", icon=":material/quiz:", key="progress.review"):
            st.switch_page(session.open_pages()[Page.QUICK_FIRE])
    else:
        show(el("p", t("Nothing is due today."), " ", _next(report), class_="ll-lede"))


def _next(report: Report) -> str:
    later = [load for load in report.coming[1:] if load.due]
    if later:
        return t("The next cards come on {weekday}.", weekday=weekday(later[0].day))
    return t("The next {days} days are free.", days=DAYS)
