"""The plan to an interview: a date in; items a day and expected recall on the day out."""

from datetime import date, datetime

import streamlit as st

from components import session
from components.asked_once import asked_once
from components.big_numbers import big_numbers
from components.day_bars import day_bars
from components.key_class import key_class
from components.lead_ways import ENOUGH, MOCK
from components.learner_settings import learner_settings
from components.lost_focus import lost_focus
from components.markup import el, error_line, icon, show
from components.page_links import page_links
from components.store_trouble import store_trouble
from core.content.lessons import Link
from core.content.pages import Page
from core.day_loads import DayBar
from core.language.numbers import day_and_short_month
from core.language.text import nt, t
from core.number_format import percent
from core.quiz.days import day_of
from core.quiz.due import due_today
from core.quiz.interview_plan import LAST_DAYS, InterviewPlan, expected_recall, plan_days
from core.quiz.plan_lead import TONIGHT, due_for_now, is_too_much
from core.quiz.progress import MeasuredRecall
from core.store.errors import StoreError
from core.store.report import Report

_KEY, _TOLD, _DROPPED = "progress.interview", "progress.told", "progress.date-dropped"
_ASKED = "progress.plan-asked"


def progress_plan(report: Report, now: datetime) -> None:
    """Draws the date, and the plan when there is one to make."""
    settings = report.settings
    show(el("h2", t("Interview date"), class_="sub"), class_="ll ll-stack")
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
    asked = asked_once(_ASKED)
    if settings.interview_on is None:
        _no_date(asked=asked)
    elif report.plan is None:
        _no_plan(settings.interview_on, today)
    else:
        _plan(report, report.plan, now)
    _lead_on()


def _lead_on() -> None:
    """The button that drops the date goes with it."""
    if asked_once(_DROPPED):
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
    _remark(words, role="status")
    if day == today:
        _short_of_time()


def _remark(words: str, **more: str) -> None:
    show(el("p", icon("info"), f" {words}", class_="ll-remark", **more))


def _too_many(reviews: int) -> str:
    return nt(
        "{n} review does not fit in before the interview. Raise “Reviews a day, at most” in the review settings, or "
        "leave it out.",
        "{n} reviews do not fit in before the interview. Raise “Reviews a day, at most” in the review settings, or "
        "leave them out.",
        reviews,
    )


def _short_of_time() -> None:
    page_links(
        (
            Link(label=t("Mock interview"), page=Page.INTERVIEW, params=MOCK),
            Link(label=t("{n} questions across all topics", n=TONIGHT), page=Page.QUICK_FIRE, params=ENOUGH),
            Link(label=t("The chapter on one page"), page=Page.TAKEAWAYS),
        ),
        carry_back=False,
    )


def _plan(report: Report, plan: InterviewPlan, now: datetime) -> None:
    store, key, settings = session.store(), session.learner().key, report.settings
    asked = {*session.reviewable(), *session.by_hand()}
    cards = [card for card in report.cards if card.item_id in asked]
    unseen = len(store.cards.unseen(key, session.reviewable()))
    due = due_today(report.queue)
    days = plan_days(cards, unseen, settings, now, (due.due, due.new))
    bars = [DayBar(one.day, one.reviews, one.new) for one in days]
    off, expected = plan.days_off, expected_recall(cards, settings, now)
    new = max(bar.hatched for bar in bars)
    much = is_too_much(plan, report.queue)
    asked_in_all = sum(bar.total for bar in bars)
    a_day = max(min(asked_in_all, 1), round(asked_in_all / len(bars)))  # less than a half a day is not nothing
    left = nt("day left", "days left", off)
    daily, asks, of_what = _daily(report, plan, a_day, new)
    big_numbers(
        (f"{off}", left, day_and_short_month(plan.day)),
        (f"{daily}", asks, of_what),
        (
            percent(expected) if expected is not None else "–",
            t("expected recall on the day"),
            _of_what(report.recall, any(card.missed for card in cards)),
        ),
        news=f"{off} {left}. {daily} {asks}.",
    )
    if days[-1].held_back:
        _remark(_too_many(days[-1].held_back))
    if much:
        _remark(t("That is a lot for the time left. What helps most, in this order:"))
        _short_of_time()
    if plan.days_left == 1:
        return  # one bar would say again what the number says
    label = t("Questions a day until the interview on {day}", day=day_and_short_month(plan.day))
    day_bars(bars, label, "plan", (t("Reviews"), t("New questions")))


def _daily(report: Report, plan: InterviewPlan, a_day: int, new: int) -> tuple[int, str, str]:
    """How many questions a day; on the last day, once some of them are done, how many are left."""
    much = is_too_much(plan, report.queue)
    # from midnight on the interview is tomorrow, though the learner's day goes on: two are left, and enough is for one
    is_last = plan.days_left == 1 or (much and plan.days_off == 1)
    begun = is_last and report.queue.done.practised > 0
    daily = TONIGHT if much else a_day
    asks = nt("question today", "questions today", daily) if is_last else nt("question a day", "questions a day", daily)
    if begun:
        asks = t("left for today")
    if much and begun:
        rest = due_for_now(plan, report.queue)
        return rest.due + rest.new, asks, t("of the {n} that are enough", n=TONIGHT)
    return daily, asks, _how_many(a_day, new, much=much)


def _how_many(a_day: int, new: int, *, much: bool) -> str:
    if much:
        return t("of {all} in all", all=a_day)
    if new > a_day:
        return t("on average; up to {new} new ones a day at first", new=new)
    return t("up to {new} of them new", new=new) if new else t("all begun before")


def _of_what(measured: MeasuredRecall, missed: bool) -> str:
    if measured.falls_short:
        return t("of what you have begun, by the schedule; your measured recall is lower")
    if missed:
        return t("of what you have begun; what you missed counts once you pass it")
    return t("of what you have begun")


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
