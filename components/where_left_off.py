"""Where the visitor left off: the open interview, the step of the walk, the cards that wait. Cheap, for the start."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.last_step import last_step
from components.learner_settings import learner_settings
from components.markup import el, show
from components.open_mock import open_mock
from core.content.models import Content
from core.content.pages import Page
from core.interview.mock import MockInterview
from core.language.text import nt, t
from core.store.errors import StoreError


@dataclass(frozen=True)
class Left:
    """What is known of an earlier visit. `step` is its place in the walk; `waiting` counts cards due or in steps."""

    mock: MockInterview | None = None
    step: int | None = None
    waiting: int = 0
    new: int = 0
    begun: bool = False


def where_left_off(content: Content) -> None:
    """Draws what is known, and the buttons that lead on: the primary one is the first of interview, cards and walk."""
    left, last = _left(content), len(content.stages) - 1
    walked = left.step == last
    rows = list(_rows(content, left, walked=walked))
    if walked and not rows:
        return
    with st.container(key="strip-start", gap="small"):
        if rows:
            show(el("p", t("Where you left off"), class_="ll-note"), *rows)
        with st.container(horizontal=True, gap="small"):
            if left.mock:
                _button(t("Continue the interview"), Page.INTERVIEW, {"way": "mock"}, primary=True)
            if left.waiting:
                label = nt("Review {n} card", "Review {n} cards", left.waiting)
                _button(label, Page.QUICK_FIRE, {}, primary=not left.mock)
            if not walked:
                at = left.step or 0
                label = t("Start at step 1") if left.step is None else t("Continue at step {step}", step=at + 1)
                primary = not (left.mock or left.waiting)
                _button(label, Page.PIPELINE, {"step": content.stages[at].id}, primary=primary)


def _rows(content: Content, left: Left, *, walked: bool) -> Iterator[ET.Element]:
    if left.mock:
        yield el("p", el("strong", t("Mock interview")), f": {_asked(left.mock)}")
    if left.step is not None and not walked:
        lead = t("Training pipeline, step {step} of {count}", step=left.step + 1, count=len(content.stages))
        yield el("p", el("strong", lead), f": {content.stages[left.step].title}")
    if left.begun:
        yield el("p", el("strong", t("Quick-fire")), f": {_cards(left)}")


def _left(content: Content) -> Left:
    ids = list(content.stage_by_id)
    try:
        step, mock = last_step(), open_mock()
        place = ids.index(step) if step in ids else None
        key, store = session.learner().key, session.store()
        if not store.log.undoable(key):
            return Left(mock, place)
        queue = store.cards.queue(key, session.reviewable(), learner_settings(), session.now(), session.by_hand())
    except StoreError:
        return Left()  # the start page works without the store; the pages that need it say what is wrong
    new, learning, due = queue.counts
    return Left(mock, place, learning + due, new, begun=True)


def _asked(mock: MockInterview) -> str:
    if mock.over:
        return t("your answers wait for your rating")
    return t("question {place} of {total}", place=mock.place + 1, total=len(mock.question_ids))


def _cards(left: Left) -> str:
    if left.waiting:
        return nt("{n} card due", "{n} cards due", left.waiting) + (t(", {new} new", new=left.new) if left.new else "")
    return nt("{n} new card for today", "{n} new cards for today", left.new) if left.new else t("nothing is due")


def _button(label: str, page: Page, params: dict[str, str], *, primary: bool) -> None:
    pressed = st.button(
        label,
        type="primary" if primary else "secondary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key=f"left-off.{page.value}",
    )
    if pressed:
        st.switch_page(session.open_pages()[page], query_params=params or None)
