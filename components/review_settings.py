"""The settings of a review: one dial with what it costs, the limits of a day, and how a review looks."""

from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from components import session
from components.learner_settings import learner_settings
from components.markup import el, rich, show
from components.own_script.own_script import own_script
from components.review_view import view_now
from components.store_errors_shown import store_errors_shown
from core.language.numbers import day_and_short_month, written
from core.language.text import t
from core.numbers.number_format import percent
from core.quiz.forecast import Workload, workload
from core.quiz.interview_plan import interview_plan, new_needed_per_day
from core.quiz.plan_lead import TONIGHT, is_too_much
from core.quiz.settings import ReviewSettings, bounds
from core.store.errors import StoreError

STANDARD = 0.9


def review_settings() -> None:
    """Opens the form; Save keeps it and closes."""
    old = view_now().settings
    st.dialog(t("Review settings"))(_form)(old, _plan_words(old))


def _form(old: ReviewSettings, plan_words: str) -> None:
    changed = {**_aim(old), **_amounts(old)}
    if plan_words:
        show(el("p", plan_words, class_="ll-note"))
    changed["two_buttons"] = st.toggle(t("Two buttons: Again and Good"), old.two_buttons, key="review-settings.two")
    changed["confidence"] = st.toggle(t("Ask how sure I am"), old.confidence, key="review-settings.sure")
    changed |= _day(old)
    own_script("refused_number")
    if st.button(t("Save"), type="primary", key="review-settings.save"):
        with store_errors_shown():
            settings = learner_settings().model_copy(update=changed)  # a date may have been set in another tab
            session.store().learners.set_settings(session.learner().key, settings, session.now())
            st.rerun()


def _aim(old: ReviewSettings) -> dict[str, Any]:
    least, most = (round(share * 100) for share in bounds("desired_retention"))
    here = round(old.desired_retention * 100)
    aim = st.slider(t("Recall to aim for"), least, most, here, format="%d %%", key="review-settings.retention")
    _cost(aim / 100)
    return {"desired_retention": aim / 100}


def _amounts(old: ReviewSettings) -> dict[str, Any]:
    left, right = st.columns(2, vertical_alignment="bottom")
    new = left.number_input(
        t("New questions a day"), *_whole("new_per_day"), old.new_per_day, key="review-settings.new"
    )
    most = right.number_input(
        t("Reviews a day, at most"), *_whole("reviews_per_day"), old.reviews_per_day, key="review-settings.most"
    )
    return {"new_per_day": new, "reviews_per_day": most}


def _day(old: ReviewSettings) -> dict[str, Any]:
    zones, (first, last) = sorted(available_timezones()), _whole("day_starts_at")
    hours = list(range(first, last + 1))
    left, right = st.columns(2, vertical_alignment="bottom")
    zone = left.selectbox(t("Time zone"), zones, zones.index(old.zone), key="review-settings.zone")
    hour = right.selectbox(
        t("A new day starts at"), hours, hours.index(old.day_starts_at), format_func=_clock, key="review-settings.hour"
    )
    return {"zone": zone, "day_starts_at": hour}


def _cost(retention: float) -> None:
    items = len(session.reviewable())
    load, usual = workload(items, retention), workload(items, STANDARD)
    words = t(
        "You still know {share} of what falls due. With all {items} questions begun that takes about "
        "**{reviews} reviews and {minutes} min a week** over their first year.",
        share=percent(retention),
        items=items,
        reviews=_weekly(load),
        minutes=written(7 * load.minutes_a_day, ".0f"),
    )
    if retention != STANDARD:
        words += " " + t("At {share} it would be {reviews} reviews.", share=percent(STANDARD), reviews=_weekly(usual))
    show(rich("p", words, class_="ll-note"))


def _plan_words(settings: ReviewSettings) -> str:
    """What the day lets in while the plan to an interview asks for more than the settings do; else empty."""
    plan = interview_plan(settings, session.now())
    if plan is None:
        return ""
    try:
        unseen = len(session.store().cards.unseen(session.learner().key, session.reviewable()))
    except StoreError:
        return ""  # the settings can be seen without it, and Save says what is wrong
    needed = new_needed_per_day(plan, unseen + view_now().queue.done.new)
    if needed <= settings.new_per_day:
        return ""
    day = day_and_short_month(plan.day)
    told = t(
        "Until your interview on {day}, up to {needed} come a day, so that you see each one.", day=day, needed=needed
    )
    if is_too_much(plan, view_now().queue):
        told += " " + t("That is a lot: {n} a day are enough.", n=TONIGHT)
    return told


def _weekly(load: Workload) -> str:
    return written(7 * load.reviews_a_day, ".0f")


def _clock(hour: int) -> str:
    return f"{hour}:00"


def _whole(name: str) -> tuple[int, int]:
    """The bounds of a setting that is a whole number."""
    least, most = bounds(name)
    return int(least), int(most)
