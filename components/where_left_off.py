"""Where the visitor left off: the open interview or exam, the cards that wait, the step of the walk."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.last_step import last_step
from components.learner_settings import learner_settings
from components.markup import el, show
from components.open_mock import open_mock
from components.quiz_place import kept_quiz
from core.content.models import Content
from core.content.pages import Page
from core.interview.mock import MockInterview
from core.language.text import nt, t
from core.quiz.due import Due, due_today, way_on_words
from core.quiz.quiz import Quiz
from core.store.errors import StoreError


@dataclass(frozen=True)
class Left:
    """What is known of an earlier visit. `step` is its place in the walk; `due` is what today still asks."""

    mock: MockInterview | None = None
    exam: Quiz | None = None
    step: int | None = None
    due: Due | None = None


@dataclass(frozen=True)
class Way:
    """A button that leads on."""

    name: str
    label: str
    page: Page
    params: dict[str, str]


def where_left_off(content: Content) -> None:
    """Draws what is known, and the buttons that lead on in the same order: the first is the primary one."""
    left, last = _left(content), len(content.stages) - 1
    walked = left.step == last
    rows = list(_rows(content, left, walked=walked))
    if walked and not rows:
        return
    with st.container(key="strip-start", gap="small"):
        if rows:
            show(el("p", t("Where you left off"), class_="ll-note"), *rows)
        with st.container(horizontal=True, gap="small"):
            for place, way in enumerate(_ways(content, left, walked=walked)):
                _button(way, primary=place == 0)


def _ways(content: Content, left: Left, *, walked: bool) -> Iterator[Way]:
    if left.mock:
        yield Way("interview", t("Continue the interview"), Page.INTERVIEW, {"way": "mock"})
    if left.exam:
        yield Way("exam", t("Continue the exam"), Page.QUICK_FIRE, {"way": "exam"})
    if left.due and (label := way_on_words(left.due)):
        yield Way("quick-fire", label, Page.QUICK_FIRE, {})
    if not walked:
        at = left.step or 0
        label = t("Start the pipeline") if left.step is None else t("Continue at step {step}", step=at + 1)
        yield Way("pipeline", label, Page.PIPELINE, {"step": content.stages[at].id})


def _rows(content: Content, left: Left, *, walked: bool) -> Iterator[ET.Element]:
    if left.mock:
        yield el("p", el("strong", t("Mock interview")), f": {_asked(left.mock)}")
    if left.exam:
        yield el("p", el("strong", t("Exam")), f": {_place(left.exam.place, len(left.exam.item_ids))}")
    if left.due:
        yield el("p", el("strong", t("Quick-fire")), f": {_cards(left.due)}")
    if left.step is not None and not walked:
        lead = t("Training pipeline, step {step} of {count}", step=left.step + 1, count=len(content.stages))
        yield el("p", el("strong", lead), f": {content.stages[left.step].title}")


def _left(content: Content) -> Left:
    ids = list(content.stage_by_id)
    try:
        step, mock, exam = last_step(), open_mock(), kept_quiz("exam", content)
        place = ids.index(step) if step in ids else None
        exam = None if exam and exam.submitted else exam
        key, store = session.learner().key, session.store()
        if not store.log.undoable(key):
            return Left(mock, exam, place)
        queue = store.cards.queue(key, session.reviewable(), learner_settings(), session.now(), session.by_hand())
    except StoreError:
        return Left()  # the start page works without the store; the pages that need it say what is wrong
    return Left(mock, exam, place, due_today(queue))


def _asked(mock: MockInterview) -> str:
    if mock.over:
        return t("your answers wait for your rating")
    return _place(mock.place, len(mock.question_ids))


def _place(place: int, total: int) -> str:
    return t("question {place} of {total}", place=place + 1, total=total)


def _cards(due: Due) -> str:
    if due.due:
        return nt("{n} card due", "{n} cards due", due.due) + (t(", {new} new", new=due.new) if due.new else "")
    return nt("{n} new card for today", "{n} new cards for today", due.new) if due.new else t("nothing is due")


def _button(way: Way, *, primary: bool) -> None:
    pressed = st.button(
        way.label,
        type="primary" if primary else "secondary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key=f"left-off.{way.name}",
    )
    if pressed:
        st.switch_page(session.open_pages()[way.page], query_params=way.params or None)
