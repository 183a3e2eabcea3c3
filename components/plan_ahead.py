"""The plan up to an interview in numbers: the days left, the questions per day, the recall to expect."""

from collections.abc import Sequence
from datetime import datetime

from components import session
from components.day_bars import day_bars
from components.markup import number_row, remark, show
from components.short_of_time import short_of_time
from core.language.numbers import day_and_short_month
from core.language.text import nt, t
from core.numbers.number_format import percent
from core.quiz.day_loads import DayBar
from core.quiz.due import due_today
from core.quiz.interview_plan import InterviewPlan, PlanDay, expected_recall, plan_days
from core.quiz.plan_lead import TONIGHT, PlanLead, due_for_now, is_too_much
from core.quiz.progress import MeasuredRecall
from core.quiz.scheduling import Card
from core.store.report import Report

_FULL = 2
"""A day that asks for more than this many times the average is named."""
_NAMES_ONE_YEAR = 365
"""A date further off than so many days is written with its year."""


def plan_ahead(report: Report, plan: InterviewPlan, lead: PlanLead | None, now: datetime) -> None:
    """Draws the numbers, what helps most where the time is short, and the days as bars."""
    bank = session.reviewable()
    known = frozenset(bank)
    begun = [card for card in report.cards if card.item_id in known]  # as the page's top counts them
    unseen = len(session.store().cards.unseen(session.learner().key, bank))
    due = due_today(report.queue)
    days = plan_days(report.cards, unseen, report.settings, now, (due.due, due.new))
    recall = _recall_on_the_day(report, begun, now, much=is_too_much(plan, report.queue))
    _numbers(plan, _daily(report, plan, days), recall)
    if days[-1].held_back:
        show(remark(_too_many(days[-1].held_back)))
    left = due_for_now(plan, report.queue)
    if is_too_much(plan, report.queue) and left.due + left.new:
        show(remark(t("That is a lot for the time left. What helps most, in this order:")))
        short_of_time(lead)
    if plan.days_left > 1:  # one bar would say again what the number says
        _bars(plan, days)


def _numbers(plan: InterviewPlan, daily: tuple[str, str, str], known: tuple[str, str, str]) -> None:
    off, left = f"{plan.days_off}", nt("day left", "days left", plan.days_off)
    number, asks, _ = daily
    news = f"{off} {left}. {number} {asks}."
    day = day_and_short_month(plan.day)
    if plan.days_off > _NAMES_ONE_YEAR:
        day = f"{day} {plan.day.year}"
    show(number_row((off, left, day), daily, known, news=news))


def _daily(report: Report, plan: InterviewPlan, days: Sequence[PlanDay]) -> tuple[str, str, str]:
    """How many questions a day; on the last day, once some of them are done, how many are left."""
    much = is_too_much(plan, report.queue)
    # from midnight on the interview is tomorrow, though the learner's day goes on: two are left, and enough is for one
    is_last = plan.days_left == 1 or (much and plan.days_off == 1)
    begun = is_last and report.queue.done.practised > 0
    if much and begun:
        rest = due_for_now(plan, report.queue)
        return f"{rest.due + rest.new}", t("left for today"), t("of the {n} that are enough", n=TONIGHT)
    in_all = sum(day.reviews + day.new for day in days)
    a_day = max(min(in_all, 1), round(in_all / len(days)))  # less than a half a day is not nothing
    daily = TONIGHT if much else a_day
    asks = nt("question today", "questions today", daily) if is_last else nt("question a day", "questions a day", daily)
    of_what = _how_many(a_day, max(day.new for day in days), max(day.reviews + day.new for day in days))
    if much:  # of today's questions, as above on the page; else of those of a day
        whole = sum(report.queue.counts)
        of_what = t("of {all} in all", all=whole) if is_last else t("of {all} on average", all=a_day)
    return f"{daily}", t("left for today") if begun else asks, of_what


def _how_many(a_day: int, new: int, most: int) -> str:
    if new > a_day:
        return t("on average; up to {new} new ones a day at first", new=new)
    if new:
        return t("up to {new} of them new", new=new)
    return t("on average; {most} on the fullest day", most=most) if most > _FULL * a_day else t("all begun before")


def _recall_on_the_day(report: Report, cards: Sequence[Card], now: datetime, *, much: bool) -> tuple[str, str, str]:
    expected = expected_recall(cards, report.settings, now)
    share = "–" if expected is None else percent(expected)
    return share, t("expected recall on the day"), _of_what(report.recall, cards, much=much)


def _of_what(measured: MeasuredRecall, cards: Sequence[Card], *, much: bool) -> str:
    if measured.falls_short and much and cards:
        return t("of what you have begun, if you review all of it; your measured recall is lower")
    if measured.falls_short:
        return t("of what you have begun, by the schedule; your measured recall is lower")
    if any(card.missed for card in cards):
        return t("of what you have begun; what you missed counts once you pass it")
    if much and cards:  # fewer are called enough, but this counts on every review of the plan
        return t("of what you have begun, if you review all of it")
    return t("of what you have begun")


def _too_many(reviews: int) -> str:
    return nt(
        "{n} review does not fit in before the interview. Raise “Reviews a day, at most” in the review settings, or "
        "leave it out.",
        "{n} reviews do not fit in before the interview. Raise “Reviews a day, at most” in the review settings, or "
        "leave them out.",
        reviews,
    )


def _bars(plan: InterviewPlan, days: Sequence[PlanDay]) -> None:
    label = t("Questions a day until the interview on {day}", day=day_and_short_month(plan.day))
    bars = [DayBar(one.day, one.reviews, one.new) for one in days]
    new = (t("New questions"),) if any(bar.hatched for bar in bars) else ()
    day_bars(bars, label, "plan", (t("Reviews"), *new))
