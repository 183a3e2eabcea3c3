"""Past mock interviews beside each other, dimension by dimension."""

from functools import partial
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, show
from components.named_label import named_label
from components.past_mocks import past_mocks
from core.content.interview_items import LEVEL_LABELS
from core.content.models import Content
from core.interview.compared import Progress, compare
from core.interview.debrief import Debrief, debrief
from core.interview.mock import MockInterview
from core.language.numbers import day_and_month, day_and_short_month
from core.language.text import nt, t

_SHOWN = 6
_SAME = 0.005


def mock_past(content: Content) -> None:
    """Draws the table and the way to each debrief; nothing before the first interview."""
    past = past_mocks()
    if not past:
        return
    heading = t("Past interviews")
    show(el("h2", heading, class_="sub ll-part"))
    found = [debrief(mock, content) for mock in reversed(past[:_SHOWN])]
    if len(found) > 1:
        show(el("div", _table(found), class_="ll-scroll", tabindex="0", role="region", aria_label=heading))
    for mock in past:
        _way(mock)


def _table(found: list[Debrief]) -> ET.Element:
    """What changed stands first: with many sessions, or on a phone, the last columns are out of sight."""
    days = [
        el("th", f"{day_and_short_month(day)}, {day:%H:%M}", scope="col")
        for day in (session.local(one.started) for one in found)
    ]
    head = el("tr", el("td", ""), el("th", t("First to last"), scope="col"), *days)
    rows = [_row(progress, found) for progress in compare(found)]
    return el("table", el("thead", head), el("tbody", *rows), class_="ll-sessions")


def _row(progress: Progress, found: list[Debrief]) -> ET.Element:
    place = list(type(progress.dimension)).index(progress.dimension)
    cells = [el("td", t(one.judgements[place].band)) for one in found]
    return el("tr", el("th", t(progress.dimension.value), scope="row"), el("td", _change(progress.change)), *cells)


def _change(change: float | None) -> str:
    if change is None:
        return t("no comparison")
    if abs(change) < _SAME:
        return t("as before")
    points = max(1, round(abs(change) * 100))
    if change > 0:
        return nt("up {n} percentage point", "up {n} percentage points", points)
    return nt("down {n} percentage point", "down {n} percentage points", points)


def _way(mock: MockInterview) -> None:
    day = session.local(mock.started)
    with st.container(horizontal=True, vertical_alignment="center", key=f"rule-mock-{mock.id}"):
        count = len({turn.question for turn in mock.turns})
        when, level = f"{day_and_month(day)}, {day:%H:%M}", t(LEVEL_LABELS[mock.level])
        words = f"{when}, {level}, {nt('{n} question', '{n} questions', count)}"
        topics = el("span", mock.topic_words, class_="ll-note") if mock.topic_words else None
        show(el("p", words, " " if topics is not None else None, topics))
        st.button(
            named_label(t("Open the debrief"), when),
            type="tertiary",
            key=f"mock-past.{mock.id}",
            on_click=partial(session.put_param, "session", mock.id),
        )
