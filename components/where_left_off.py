"""Where the visitor left off: the step of the pipeline, and the cards that wait. Cheap, for the start page."""

from dataclasses import dataclass

import streamlit as st

from components import session
from components.last_step import last_step
from components.learner_settings import learner_settings
from components.markup import el, show
from core.content.models import Content
from core.content.pages import Page
from core.language.text import nt, t
from core.store.errors import StoreError


@dataclass(frozen=True)
class Left:
    """What is known of an earlier visit. `step` is its place in the walk; `waiting` counts cards due or in steps."""

    step: int | None = None
    waiting: int = 0
    new: int = 0
    begun: bool = False


def where_left_off(content: Content) -> None:
    """Draws what is known, and the buttons that lead on: the primary one goes to what waits, else to the walk."""
    left = _left(content)
    stages = content.stages
    with st.container(key="strip-start", gap="small"):
        rows = []
        if left.step is not None:
            lead = t("Training pipeline, step {step} of {count}", step=left.step + 1, count=len(stages))
            rows.append(el("p", el("strong", lead), f": {stages[left.step].title}"))
        if left.begun:
            rows.append(el("p", el("strong", t("Quick-fire")), f": {_cards(left)}"))
        if rows:
            show(el("p", t("Where you left off"), class_="ll-note"), *rows)
        with st.container(horizontal=True, gap="small"):
            if left.waiting:
                _button(nt("Review {n} card", "Review {n} cards", left.waiting), Page.QUICK_FIRE, {}, primary=True)
            at = left.step or 0
            label = t("Start at step 1") if left.step is None else t("Continue at step {step}", step=at + 1)
            _button(label, Page.PIPELINE, {"step": stages[at].id}, primary=not left.waiting)


def _left(content: Content) -> Left:
    ids = list(content.stage_by_id)
    try:
        step = last_step()
        place = ids.index(step) if step in ids else None
        key, store = session.learner().key, session.store()
        if not store.log.undoable(key):
            return Left(place)
        queue = store.cards.queue(key, session.reviewable(), learner_settings(), session.now(), session.by_hand())
    except StoreError:
        return Left()  # the start page works without the store; the pages that need it say what is wrong
    new, learning, due = queue.counts
    return Left(place, learning + due, new, begun=True)


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
