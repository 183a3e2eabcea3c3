"""The date of an interview: chosen, dropped, and the plan to it where there is one to make."""

from datetime import date, datetime

import streamlit as st

from components import session
from components.key_class import key_class
from components.learner_settings import learner_settings
from components.lost_focus import lost_focus
from components.markup import el, error_line, remark, show
from components.mocks_sat import mocks_sat
from components.plan_ahead import plan_ahead
from components.short_of_time import short_of_time
from components.store_trouble import store_trouble
from core.language.text import t
from core.quiz.days import day_of
from core.quiz.interview_plan import LAST_DAYS
from core.quiz.plan_lead import PlanLead, lead_on_the_day
from core.store.errors import StoreError
from core.store.report import Report

_KEY, _TOLD, _DROPPED = "progress.interview", "progress.told", "progress.date-dropped"
_ASKED = "progress.plan-asked"


def progress_plan(report: Report, lead: PlanLead | None, now: datetime) -> None:
    """Draws the date, and the plan when there is one to make; `lead` is what that puts first."""
    settings = report.settings
    show(el("h2", t("Interview date"), class_="sub ll-part"), class_="ll ll-stack")
    told = session.kept(_TOLD)
    if not told and session.widget_value(_KEY, "") != settings.interview_on:  # imports and deletions change it too
        session.set_widget_value(_KEY, settings.interview_on)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="bar-interview"):
        st.date_input(
            t("When is your interview?"),
            value=None,
            key=_KEY,
            format=t("YYYY-MM-DD"),
            on_change=_keep_date,
            width=220,
        )
        # a typed date counts once the field is left
        st.button(t("Make the plan"), on_click=session.keep, args=(_ASKED, True), key="progress.make-plan")
        if settings.interview_on:
            st.button(t("No date"), on_click=_drop_date, key="progress.no-date")
    if told:
        session.keep(_TOLD, None)
        store_trouble(told)
    today = day_of(now, settings)
    asked = bool(session.take(_ASKED))
    if settings.interview_on is None:
        _no_date(asked=asked)
    elif report.plan is None:
        _no_plan(settings.interview_on, today)
    else:
        plan_ahead(report, report.plan, lead, now)
    _lead_on()


def _lead_on() -> None:
    """Moves the focus on after the date was dropped: the button that did so is gone."""
    if session.take(_DROPPED):
        lost_focus(f".{key_class('progress.make-plan')} button")


def _no_date(*, asked: bool) -> None:
    if asked:
        show(error_line(t("Choose a date first.")))
    words = t(
        "Set a date, and every question comes once more in the last {days} days before it. The schedule itself does "
        "not change.",
        days=LAST_DAYS,
    )
    show(el("p", words))


def _no_plan(day: date, today: date) -> None:
    if day == today:
        words = t("That is today, so there is nothing left to plan. Good luck. Set a later date for the next one.")
    else:
        words = t("That day has passed. Set a later date for the next one.")
    show(remark(words, role="status"))
    if day == today:
        short_of_time(lead_on_the_day(mocks_sat(session.content())))


def _keep_date() -> None:
    _set(session.widget_value(_KEY))


def _drop_date() -> None:
    session.keep(_DROPPED, True)
    session.set_widget_value(_KEY, None)
    _set(None)


def _set(day: date | None) -> None:
    try:
        store, key = session.store(), session.learner().key
        settings = learner_settings().model_copy(update={"interview_on": day})
        store.learners.set_settings(key, settings, session.now())
    except StoreError as error:
        session.keep(_TOLD, str(error))
