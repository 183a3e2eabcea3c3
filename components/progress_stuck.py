"""Questions that were failed again and again, each with the step of the chapter that helps."""

import streamlit as st

from components import session
from components.markup import el, icon, show
from core.content.models import Content
from core.export.question_report import chapter_place
from core.quiz.generated import find_item
from core.quiz.scheduling import FREE_AFTER, STUCK_AFTER, Card
from core.store.report import Report

_LISTED = 8


def progress_stuck(content: Content, report: Report) -> None:
    """Draws them; nothing when there are none."""
    if not report.stuck:
        return
    show(
        el("h2", "Stuck", class_="sub"),
        el(
            "p",
            f"Failed {STUCK_AFTER} times or more. Another review will not help as much as the chapter does; "
            f"{FREE_AFTER} passes in a row free a question.",
        ),
        class_="ll ll-stack",
    )
    for card in report.stuck[:_LISTED]:
        _row(content, card)


def _row(content: Content, card: Card) -> None:
    item = find_item(content, card.item_id)
    if item is None:
        return
    page, params = chapter_place(content, item)
    with st.container(key=f"rule-stuck-{card.item_id.replace('~', '-')}", horizontal=True, vertical_alignment="center"):
        show(el("p", icon("warning"), " ", item.question), el("p", f"failed {card.failures} times", class_="ll-note"))
        if page in session.open_pages():
            st.page_link(
                session.open_pages()[page],
                label="See it in the chapter",
                icon=":material/menu_book:",
                query_params=params or None,
            )
