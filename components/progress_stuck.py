"""Questions that were failed again and again, each with the step of the pipeline that helps."""

import streamlit as st

from components.chapter_link import chapter_link
from components.markup import el, icon, rich, show
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.scheduling import FREE_AFTER, STUCK_AFTER, Card
from core.store.report import Report

_LISTED = 8


def progress_stuck(content: Content, report: Report) -> None:
    """Draws them; nothing when there are none."""
    if not report.stuck:
        return
    show(
        el("h2", t("Stuck"), class_="sub"),
        rich(
            "p",
            t(
                "Failed {failures} times or more in the review; drills and exams do not count. The chapter will help "
                "more than another review; {passes} passes in a row free a question.",
                failures=STUCK_AFTER,
                passes=FREE_AFTER,
            ),
        ),
        class_="ll ll-stack",
    )
    for card in report.stuck[:_LISTED]:
        _row(content, card)
    more = len(report.stuck) - _LISTED
    if more > 0:
        show(el("p", t("and {count} more", count=more), class_="ll-note"))


def _row(content: Content, card: Card) -> None:
    item = find_item(content, card.item_id)
    if item is None:
        return
    with st.container(key=f"rule-stuck-{card.item_id}", horizontal=True, vertical_alignment="center"):
        failed = t("failed {count} times", count=card.failures)
        words = el("div", el("p", item.stem, class_="ll-stuck"), el("p", failed, class_="ll-note"))
        show(el("div", icon("warning"), words, class_="ll-chef"))
        chapter_link(content, item)
