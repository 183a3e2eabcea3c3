"""Progress before the first answer: one fact, when it will change, and one link onward."""

import streamlit as st

from components.markup import el, show
from components.open_page import open_page
from components.progress_lead import progress_lead
from core.content.pages import Page
from core.language.text import t
from core.quiz.plan_lead import PlanLead
from core.store.report import Report


def progress_newcomer(report: Report, lead: PlanLead | None) -> None:
    """Draws what there is to say when nothing was answered yet, or what a plan puts first."""
    head = el("h2", t("Nothing is measured yet"))
    with st.container(key="strip-newcomer", gap="small", width=680):
        if lead:
            show(head)
            progress_lead(lead)
            return
        words = t(
            "Your first answer fills this page: what comes when, which steps you know, which you mix up. "
            "{items} questions are waiting, {today} of them for today.",
            items=report.items,
            today=len(report.queue.new),
        )
        show(head, el("p", words, class_="ll-lede"), class_="ll ll-stack")
        if st.button(t("Answer the first question"), type="primary", icon=":material/quiz:", key="progress.first"):
            open_page(Page.QUICK_FIRE)
