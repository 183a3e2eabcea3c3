"""The first sight of Progress: what there is to do now, and how far the bank is known."""

import streamlit as st

from components import session
from components.big_numbers import big_numbers
from components.markup import el, show
from core.content.pages import Page
from core.curve import percent
from core.store.report import DAYS, Report


def progress_standing(report: Report) -> None:
    """Draws the numbers, and the way on when something is due."""
    with st.container(key="standing", gap="small"):
        _numbers(report)
        _way_on(report)


def _numbers(report: Report) -> None:
    new, learning, due = report.queue.counts
    row = f"{report.days_in_a_row} days in a row now" if report.days_in_a_row > 1 else "days off cost nothing"
    recall = report.recall
    known = percent(recall.passed) if recall.enough else "–"
    promised = f"you aim at {percent(recall.aimed_at)}"
    big_numbers(
        (f"{learning + due}", "to review today", f"and {new} new" if new else "and nothing new"),
        (f"{report.begun} of {report.items}", "questions begun", "the others come a few a day"),
        (known, "still known when asked", promised if recall.enough else f"measured after 30 reviews; {promised}"),
        (f"{report.active_days} of {DAYS}", "last days with an answer", row),
    )


def _way_on(report: Report) -> None:
    total = sum(report.queue.counts)
    if total:
        label = "Review one question" if total == 1 else f"Review {total} questions"
        if st.button(label, type="primary", icon=":material/quiz:", key="progress.review"):
            st.switch_page(session.open_pages()[Page.QUICK_FIRE])
    else:
        show(el("p", "Nothing is due today. ", _next(report), class_="ll-lede"))


def _next(report: Report) -> str:
    later = [load for load in report.coming[1:] if load.due]
    return f"The next cards come on {later[0].day:%A}." if later else f"The next {DAYS} days are free."
