"""The debrief: four dimensions in four bands, what to study, every answer with its marks, and the file."""

from datetime import date
from functools import partial

import streamlit as st

from components import session
from components.answer_not_taken import answer_not_taken
from components.focus_on_message import focus_on_message
from components.markup import el, show
from components.mock_bands import mock_bands
from components.mock_beliefs import mock_beliefs
from components.mock_study import mock_study
from components.mock_turns import mock_turns
from components.press_trouble import press_trouble
from core.content.interview_items import LEVEL_LABELS
from core.content.models import Content
from core.export.interview_markdown import interview_markdown
from core.interview.debrief import debrief
from core.interview.mock import MockInterview
from core.language.numbers import long_date
from core.language.text import nt, t


def mock_debrief(content: Content, mock: MockInterview) -> None:
    """Draws it."""
    found = debrief(mock, content)
    day = session.local(mock.started)
    _head(mock, day)
    answer_not_taken()  # its question has gone: it is read here, not below the fold
    with st.container(key="downloads-mock", horizontal=True, gap="small"):
        st.button(
            t("Another interview"),
            type="secondary" if found.missed else "primary",
            key="mock.another",
            on_click=partial(session.put_param, "session", None),
        )
        st.download_button(
            t("Save as Markdown"),
            interview_markdown(mock.model_copy(update={"started": day}), content),
            file_name=f"mock-interview-{day:%Y-%m-%d}.md",
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
            key="mock.download",
        )
    left, right = st.columns([6, 5], gap="large")
    with left:
        mock_bands(found)
        mock_beliefs(content, mock)
    with right:
        added = mock_study(content, mock, found)
    press_trouble()
    mock_turns(content, mock)
    focus_on_message(f"debrief {mock.id}", mock.id, told=added, top=True)


def _head(mock: MockInterview, day: date) -> None:
    asked = len({turn.question for turn in mock.turns})
    answers = sum(turn.is_answered for turn in mock.turns)
    facts = (
        long_date(day),
        t(LEVEL_LABELS[mock.level]).capitalize(),
        f"{nt('{n} question', '{n} questions', asked)}, {nt('{n} answer', '{n} answers', answers)}",
    )
    show(
        el("p", *(el("span", fact) for fact in facts), class_="ll-eyebrow"),
        el("h1", t("Debrief"), class_="ll-question"),
        class_="ll ll-question-head",
    )
