"""The top of Progress: what there is to do now, and how much of the bank is known."""

from datetime import datetime

import streamlit as st

from components import session
from components.markup import el, number_row, show
from components.next_cards import next_cards
from components.open_page import open_page
from components.page_link import page_link
from components.progress_lead import progress_lead
from core.content.pages import Page
from core.language.text import t
from core.numbers.number_format import percent
from core.quiz.coming import coming_words
from core.quiz.due import due_today, way_on_words
from core.quiz.plan_lead import TONIGHT, PlanLead, due_for_now, is_too_much
from core.quiz.progress import LEAST_REVIEWS
from core.quiz.queue import nothing_left
from core.store.report import DAYS, Report


def progress_standing(report: Report, lead: PlanLead | None, now: datetime) -> None:
    """Draws the numbers, and the way on: to what a plan puts first, else to what is due."""
    with st.container(key="standing", gap="small"):
        _numbers(report)
        if lead:
            progress_lead(lead)
        else:
            _way_on(report, now)
        if report.interviewed:
            page_link(Page.INTERVIEW, t("Mock interviews and debriefs"), "quiz", {"way": "mock"}, carry_back=False)


def _numbers(report: Report) -> None:
    due = due_for_now(report.plan, report.queue)
    days = report.days_in_a_row
    row = t("{days} days in a row now", days=days) if days > 1 else t("days off cost nothing")
    recall = report.recall
    known = percent(recall.passed) if recall.enough else "–"
    aim = percent(recall.aimed_at)
    promised = (
        t("you aim for {aim}", aim=aim)
        if recall.enough
        else t("measured after {least} reviews; you aim for {aim}", least=LEAST_REVIEWS, aim=aim)
    )
    asked = (f"{due.due}", t("due today"), t("and {new} new", new=due.new) if due.new else t("and nothing new"))
    if is_too_much(report.plan, report.queue):
        asked = _enough(due.due + due.new, report)
    show(
        number_row(
            asked,
            (
                t("{part} of {all}", part=report.begun, all=report.items),
                t("questions begun"),
                t("the rest come in turn") if report.begun < report.items else t("none left to begin"),
            ),
            (known, t("still known when asked"), promised),
            (t("{part} of {all}", part=report.active_days, all=DAYS), t("recent days with an answer"), row),
        )
    )


def _enough(rest: int, report: Report) -> tuple[str, str, str]:
    if report.queue.done.practised:
        return f"{rest}", t("left for today"), t("of the {n} that are enough", n=TONIGHT)
    return f"{rest}", t("enough for today"), t("of {all} in all", all=sum(report.queue.counts))


def _way_on(report: Report, now: datetime) -> None:
    if nothing_left(report.queue, now):
        cards = session.store().cards.all(session.learner().key)
        words = coming_words(next_cards(cards, report.queue, report.settings, now), now, report.settings)
        show(el("p", t("Nothing is due now."), " ", words, class_="ll-lede"))
        return
    label = way_on_words(due_today(report.queue))
    if st.button(label, type="primary", icon=":material/quiz:", key="progress.review"):
        open_page(Page.QUICK_FIRE)
