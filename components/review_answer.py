"""The answer side of a review: the feedback, the grades, and the ways on."""

from functools import partial

import streamlit as st

from components import session
from components.answer_feedback import answer_feedback
from components.chapter_link import chapter_link
from components.grade_buttons import TWO, grade_buttons
from components.markup import el, icon, show
from components.question_foot import question_foot
from components.review_steps import found_mark, grade
from components.review_view import View
from components.shown_first import shown_first
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.answers import Rating
from core.quiz.display import shown_order
from core.quiz.log import Mode
from core.quiz.marking import suggested_rating
from core.quiz.place import Place
from core.quiz.scheduling import Card, next_dues


def review_answer(content: Content, item: AnyItem, view: View, place: Place) -> dict[str, tuple[str, ...]]:
    """Draws the feedback, the grade buttons, and the foot; says which key presses which grade."""
    found = found_mark(item, place.draft)
    if view.card and view.card.stuck:
        _stuck(content, item, view.card)
    answer_feedback(item, place.draft, found, shown_order(item, place.seed), place.confidence)
    if place.hints and found.score:
        show(el("p", t("The hint took a quarter of the credit."), class_="ll-note"))
    shown_first()
    scheduled = place.mode is Mode.REVIEW
    ratings = TWO if view.settings.two_buttons or not scheduled else tuple(Rating)
    dues = next_dues(view.card, session.now(), view.settings.desired_retention) if scheduled else {}
    act = partial(grade, content, item, place.answer_id)
    how = t("How well did you know it? Below: when it comes back.")
    note = how if scheduled and not view.begun else ""
    keys = grade_buttons(ratings, suggested_rating(found, place.hints), dues, act, note)
    question_foot(content, item, place.draft)
    return keys


def _stuck(content: Content, item: AnyItem, card: Card) -> None:
    words = t(
        "You have missed this one {count} times. Read its step in the chapter before you grade it.",
        count=card.failures,
    )
    with st.container(key="stuck", gap=None):
        show(el("p", icon("menu_book"), el("span", el("strong", t("Stuck.")), " ", words), class_="ll-chef"))
        chapter_link(content, item, "arrow_forward")  # the one at the foot is out of sight
