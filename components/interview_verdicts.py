"""One marked answer: what was said beside the key points, and where to look."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.interview_beliefs import interview_beliefs
from components.interview_mark import interview_mark
from components.interview_models import interview_models
from components.interview_opinion import interview_opinion
from components.interview_points import interview_points
from components.interview_ratings import Rate, interview_ratings
from components.interview_said import WRONG, interview_said
from components.interview_wording import interview_wording
from components.markup import el, show
from components.opinion_asked import opinion_asked
from core.content.interview_items import FreeAnswer
from core.interview.headline import HONEST, headline, own_headline
from core.interview.turn import Turn, points_of
from core.interview.verdicts import AnswerMark
from core.language.text import t


def interview_verdicts(
    item: FreeAnswer, turn: Turn, key: str, rate: Rate, beneath: Callable[[], None] | None = None
) -> None:
    """Draws the two columns; `rate` gets what the learner rates anew.

    What `beneath` draws stands under the answer; where there is one column, below the points: it is what comes next.
    """
    mark = interview_mark(turn.rubric_id, turn.answer)
    with st.container(key=f"verdicts-{key}"):
        columns = st.columns([5, 6, 5] if beneath else [5, 6], gap="large")
    with columns[0]:
        _said(item, turn, mark, key)
    with columns[1]:
        _points(item, turn, mark, key)
        if mark.judgeable:
            with st.expander(t("Rate a point again"), icon=":material/edit:", key=f"{key}.anew"):
                interview_ratings(f"{key}.again", points_of(turn, item), turn.own, rate)
            interview_wording(turn, mark, key)
    if beneath:
        with columns[2]:
            beneath()


def _points(item: FreeAnswer, turn: Turn, mark: AnswerMark, key: str) -> None:
    head = el("h2", t("Key points"), class_="sub")
    if turn.is_answered:
        counted = _counted(own_headline(turn), headline(mark))
        show(el("div", head, counted, class_="ll-found"), *(el("p", t(note), class_="ll-note") for note in mark.notes))
    else:  # who gave up is not told to write more
        show(el("div", head, class_="ll-found"))
    interview_beliefs(session.content(), turn.answer, mark)
    opinion = opinion_asked(turn, mark, key)
    second = opinion.mark if opinion and opinion.by_model else None
    interview_points(points_of(turn, item), turn, mark, second)
    show(el("p", t(HONEST), class_="ll-note"))
    if mark.judgeable:
        interview_opinion(turn, opinion, key)


def _counted(own: str, found: str) -> ET.Element:
    """What counts, and smaller beside it what the marker found where the learner rated."""
    beside = el("span", t("The marker: {found}", found=found), class_="ll-note") if own else None
    return el("div", el("strong", own or found), beside, data_ll_news="")


def _said(item: FreeAnswer, turn: Turn, mark: AnswerMark, key: str) -> None:
    points = {point.id: str(number) for number, point in enumerate(points_of(turn, item), 1)}
    evidence = {points[one.id]: one.evidence for one in mark.points if one.evidence and one.id in points}
    evidence |= {f"{WRONG}{one.id}": one.evidence for one in mark.misconceptions}
    interview_said(turn.answer, evidence)
    interview_models(item, item.follow_up(turn.follow_up), key)
