"""Progress: what is due, what is known, what is mixed up, and the plan to a date."""

import streamlit as st

from components import session
from components.first_screen import first_screen
from components.learner_settings import learner_settings
from components.page_head import page_head
from components.plan_first import plan_first
from components.progress_calibration import progress_calibration
from components.progress_clock import progress_clock
from components.progress_forecast import progress_forecast
from components.progress_newcomer import progress_newcomer
from components.progress_node import progress_node
from components.progress_plan import progress_plan
from components.progress_recall import progress_recall
from components.progress_standing import progress_standing
from components.progress_stuck import progress_stuck
from components.progress_weak import progress_weak
from components.store_errors_shown import store_errors_shown
from core.content.models import Content
from core.language.text import t
from core.quiz.decks import node_of
from core.store.report import Bank, read_report


@st.fragment
def progress(content: Content) -> None:
    """Draws the page of the learner of this browser."""
    page_head(t("Progress"), t("What you know, what is due, and where to look next."))
    with store_errors_shown("progress"):
        store, learner, now = session.store(), session.learner(), session.now()
        bank = Bank(session.reviewable(), node_of(content), session.by_hand())
        report = read_report(store, learner.key, learner_settings(), bank, now)
        progress_clock(report.settings, now)
        lead = plan_first(content, report.queue, report.settings)
        if report.is_blank:
            progress_newcomer(report, lead)
            first_screen()
            with st.container(key="progress-date", width=680):
                progress_plan(report, lead, now)
                return
        with st.container(key="progress", gap="large"):
            progress_standing(report, lead, now)
            first_screen()
            left, right = st.columns([7, 5], gap="large")
            with left:
                progress_plan(report, lead, now)
            with right:
                progress_stuck(content, report)
            left, right = st.columns([7, 5], gap="large")
            with left:
                progress_forecast(report)
            with right:
                progress_recall(report)
            left, right = st.columns([5, 7], gap="large")
            with left:
                chosen = progress_weak(content, report)
            with right:
                progress_node(content, report, chosen)
                progress_calibration(content, report)
