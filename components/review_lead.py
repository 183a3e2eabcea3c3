"""What a plan puts before the review: before the day's first answer, and once enough is answered for today."""

import streamlit as st

from components import session
from components.markup import el, show
from components.plan_first import plan_first
from components.plan_ways import plan_ways
from components.review_progress import review_progress
from components.review_steps import start_round
from components.review_view import View
from components.way_button import way_button
from core.content.models import Content
from core.language.text import t
from core.quiz.due import way_on_words
from core.quiz.interview_plan import interview_plan
from core.quiz.log import Mode
from core.quiz.plan_lead import TONIGHT, due_for_now, lead_heading, lead_words

_PASSED = "review.lead-passed"
_BEGUN, _ENOUGH = "begun", "enough"
"""What was passed in this tab: what stands before the review, or what stands after the questions that are enough."""


def review_lead(content: Content, view: View) -> bool:
    """Draws what comes first in place of a card, and the ways on; returns whether there is anything to draw."""
    lead = plan_first(content, view.queue, view.settings) if _is_its_turn(view) else None
    if lead is None:
        return False
    show(
        review_progress(view),
        el("h1", lead_heading(lead), class_="ll-question"),
        el("p", lead_words(lead), class_="ll-lede"),
        class_="ll ll-stack ll-question-head",
    )
    cards = due_for_now(interview_plan(view.settings, session.now()), view.queue)
    with st.container(key="ways-on", horizontal=True, vertical_alignment="center", gap="small"):
        for place, way in enumerate(plan_ways(lead)):
            way_button(way, "review-lead", primary=place == 0)
        if session.store().cards.all(session.learner().key):
            cram = (content, Mode.CRAM)
            st.button(t("Cram what is weakest"), key="review.cram", on_click=start_round, args=cram)
        on = (_PASSED, _BEGUN if lead.left else _ENOUGH)
        label = way_on_words(cards) or t("Review all the same")
        st.button(label, type="tertiary", key="review-lead.cards", on_click=session.keep, args=on)
    return True


def _is_its_turn(view: View) -> bool:
    place, done, passed = view.place, view.queue.done, session.kept(_PASSED)
    if view.in_round or (place is not None and (place.revealed or place.draft or place.hints)):
        return False
    if done.practised >= TONIGHT:
        return bool(passed != _ENOUGH)
    return not done.answers and not passed
