"""After the last answer of a mock interview: the learner rates each answer, and only then are there marks."""

from functools import partial

import streamlit as st

from components.answer_not_taken import answer_not_taken
from components.interview_rate import RatingActs, interview_rate
from components.locked_head import locked_head
from components.markup import el, show
from components.mock_place import pass_answer, pass_answers, rate_answer, rate_rest
from components.mock_progress import mock_progress
from components.press_trouble import press_trouble
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.mock import MockInterview
from core.interview.own_rating import next_to_rate, to_rate
from core.language.text import t


def mock_rating(content: Content, mock: MockInterview) -> None:
    """Draws the answer that is to be rated now."""
    place = next_to_rate(mock, content)
    item = content.item_by_id[mock.turns[place].question] if place is not None else None
    if place is None or not isinstance(item, FreeAnswer):
        show(el("h1", t("The interview is over"), class_="ll-question"))
        st.button(t("Show the debrief"), type="primary", key="mock.debrief", on_click=partial(pass_answers, mock))
        return
    turn, places = mock.turns[place], to_rate(mock, content)
    number = places.index(place) + 1
    words = t("The interview is over. Your rating: answer {number} of {total}", number=number, total=len(places))
    mock_progress(words, number - 1, len(places))
    answer_not_taken()  # its question has gone: it is read here, not below the fold
    locked_head(item, turn)
    acts = RatingActs(
        rate=partial(rate_answer, mock, place),
        rest=partial(rate_rest, mock, place),
        on=partial(pass_answer, mock, place),
        label=t("Show the debrief") if place == places[-1] else t("Next answer"),
    )
    interview_rate(item, turn, f"rate.{mock.id}.{place}", acts)
    press_trouble()
    _skipping(mock, place)


def _skipping(mock: MockInterview, place: int) -> None:
    with st.container(key="mock-skipping", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(t("Skip this answer"), type="tertiary", key="mock.skip", on_click=partial(pass_answer, mock, place))
        st.button(t("Skip to the debrief"), type="tertiary", key="mock.skip-all", on_click=partial(pass_answers, mock))
        show(el("p", t("If you skip an answer, its marks count."), class_="ll-note"))
