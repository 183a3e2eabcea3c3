"""Where the visitor left off: interview, exam, the cards that wait or what a plan puts first, the step of the walk."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.last_step import last_step
from components.learner_settings import learner_settings
from components.left_to_study import LeftToStudy, left_to_study
from components.markup import el, show
from components.open_mock import open_mock
from components.plan_first import plan_first
from components.plan_ways import plan_ways
from components.quiz_place import EXAM, kept_quiz
from components.way_button import Way, way_button
from core.content.models import Content
from core.content.pages import Page
from core.interview.mock import MockInterview
from core.language.text import nt, t
from core.quiz.due import Due, due_today, way_on_words
from core.quiz.interview_plan import interview_plan
from core.quiz.plan_lead import PlanLead, lead_heading, lead_words
from core.quiz.quiz import Quiz
from core.store.errors import StoreError


@dataclass(frozen=True)
class Left:
    """What is known of an earlier visit.

    `step` is its place in the walk, `study` what an interview left; `due` is what today still asks, `lead` what a plan
    puts before it.
    """

    mock: MockInterview | None = None
    study: LeftToStudy | None = None
    exam: Quiz | None = None
    step: int | None = None
    due: Due | None = None
    lead: PlanLead | None = None


def where_left_off(content: Content) -> None:
    """Draws what is known, and the buttons that lead on in the same order: the first is the primary one."""
    left, last = _left(content), len(content.stages) - 1
    walked = left.step == last
    rows = list(_rows(content, left, walked=walked))
    if walked and not rows:
        return
    with st.container(key="strip-start", gap="small"):
        if rows:
            show(None if left.lead else el("p", t("Where you left off"), class_="ll-note"), *rows)
        with st.container(horizontal=True, gap="small"):
            for place, way in enumerate(_ways(content, left, walked=walked)):
                way_button(way, "left-off", primary=place == 0)


def _ways(content: Content, left: Left, *, walked: bool) -> Iterator[Way]:
    yield from _practice_ways(left)
    if not walked:
        at = left.step or 0
        label = t("Start the pipeline") if left.step is None else t("Continue at step {step}", step=at + 1)
        yield Way("pipeline", label, Page.PIPELINE, {"step": content.stages[at].id})


def _practice_ways(left: Left) -> Iterator[Way]:
    ways = plan_ways(left.lead) if left.lead else ()
    yield from ways[:1]
    named = {way.name for way in ways}
    if left.mock and "interview" not in named:
        yield Way("interview", t("Continue the interview"), Page.INTERVIEW, {"way": "mock"})
    if left.study and "study" not in named:
        yield Way("study", t("Study what you missed"), Page.INTERVIEW, {"way": "mock", "session": left.study.mock_id})
    if left.exam:
        yield Way("exam", t("Continue the exam"), Page.QUICK_FIRE, {"way": "exam"})
    yield from ways[1:]
    if not ways and left.due and (label := way_on_words(left.due)):
        yield Way("quick-fire", label, Page.QUICK_FIRE, {})


def _rows(content: Content, left: Left, *, walked: bool) -> Iterator[ET.Element]:
    if left.lead:
        yield el("p", el("strong", lead_heading(left.lead)), f": {lead_words(left.lead)}")
    if left.mock:
        yield el("p", el("strong", t("Mock interview")), f": {_asked(left.mock)}")
    if left.study:
        points = nt("{n} point to study", "{n} points to study", left.study.points)
        yield el("p", el("strong", t("Mock interview")), f": {points}")
    if left.exam:
        yield el("p", el("strong", t("Exam")), f": {_place(left.exam.place, len(left.exam.item_ids))}")
    if left.due and not left.lead:
        yield el("p", el("strong", t("Quick-fire")), f": {_cards(left.due)}")
    if left.step is not None and not walked:
        lead = t("Training pipeline, step {step} of {count}", step=left.step + 1, count=len(content.stages))
        yield el("p", el("strong", lead), f": {content.stages[left.step].title}")


def _left(content: Content) -> Left:
    ids = list(content.stage_by_id)
    try:
        step, mock, exam = last_step(), open_mock(), kept_quiz(EXAM, content)
        place = ids.index(step) if step in ids else None
        study = None if mock else left_to_study(content)
        study = study if study and study.points else None
        exam = None if exam and exam.submitted else exam
        return replace(_asked_today(content), mock=mock, study=study, exam=exam, step=place)
    except StoreError:
        return Left()  # the start page works without the store; the pages that need it say what is wrong


def _asked_today(content: Content) -> Left:
    key, store, settings, now = session.learner().key, session.store(), learner_settings(), session.now()
    begun = store.log.undoable(key)
    if not begun and interview_plan(settings, now) is None:
        return Left()
    queue = store.cards.queue(key, session.reviewable(), settings, now, session.by_hand())
    return Left(due=due_today(queue) if begun else None, lead=plan_first(content, queue, settings))


def _asked(mock: MockInterview) -> str:
    if mock.over:
        return t("your answers wait for your rating")
    return _place(mock.place, len(mock.question_ids))


def _place(place: int, total: int) -> str:
    return t("question {place} of {total}", place=place + 1, total=total)


def _cards(due: Due) -> str:
    if due.due:
        return nt("{n} question due", "{n} questions due", due.due) + (t(", {new} new", new=due.new) if due.new else "")
    return nt("{n} new question for today", "{n} new questions for today", due.new) if due.new else t("nothing is due")
