"""One question of a mock interview: asked, timed, answered, and nothing said of it."""

from functools import partial

import streamlit as st

from components import session
from components.answer_box.answer_box import Asked, answer_box
from components.interview_english import interview_english
from components.interview_head import interview_head
from components.interview_place import tries
from components.interview_told import interview_told
from components.key_presses.key_presses import key_presses
from components.lasting_note import lasting_note
from components.markup import el, show
from components.mock_place import end_mock, give_mock, keep_mock_typed
from components.mock_progress import mock_progress
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.follow_ups import target_seconds
from core.interview.manner import interviewer_line
from core.interview.marker import load_marker
from core.interview.mock import MockInterview
from core.language.text import nt, t


def mock_question(content: Content, mock: MockInterview) -> None:
    """Draws the question or follow-up that is open."""
    item = content.item_by_id[str(mock.question_id)]
    if not isinstance(item, FreeAnswer):
        return
    follow_up = item.follow_up(mock.asking)
    _bar(mock)
    interview_head((interviewer_line(mock),), item, follow_up)
    asked = Asked(
        target=target_seconds(item, follow_up),
        note=t("Speak or type as you would say it."),
        submit=t("Submit and go on"),
        skip=t("I do not know"),
        tries=tries(),
    )
    box = f"answer-box.{mock.id}.{len(mock.turns)}"
    answer_box(box, asked, mock.draft, partial(keep_mock_typed, mock), partial(give_mock, mock))
    interview_english()
    interview_told()
    _ending(mock)
    lasting_note()
    key_presses({}, f"mock {box}", "ll-question", top=True)
    load_marker().make_ready(session.rubrics()[mock.rubric_id])


def _bar(mock: MockInterview) -> None:
    total = len(mock.question_ids)
    here = sum(1 for turn in mock.turns if turn.question == mock.question_id)
    place = mock.place + 1
    words = (
        t("Question {place} of {total}, follow-up {here}", place=place, total=total, here=here)
        if mock.asking
        else t("Question {place} of {total}", place=place, total=total)
    )
    mock_progress(words, mock.place, total)


def _ending(mock: MockInterview) -> None:
    with st.popover(t("End the interview"), type="tertiary", key="mock-ending"):
        in_box = mock.draft.is_written
        answers = in_box + sum(turn.is_answered for turn in mock.turns)
        kept = nt("The debrief will cover {n} answer.", "The debrief will cover {n} answers.", answers)
        show(el("p", kept if answers else t("You have answered nothing yet.")))
        if in_box:
            show(el("p", t("What stands in the box counts as an answer."), class_="ll-note"))
        st.button(t("End it now"), key="mock.end", on_click=partial(end_mock, mock))
