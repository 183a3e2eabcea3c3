"""An interview question while it is answered: the clock, the box, the ways on."""

from functools import partial

import streamlit as st

from components import session
from components.answer_box.answer_box import Asked, answer_box
from components.interview_english import interview_english
from components.interview_head import interview_head
from components.interview_place import give_answer, keep_typed, leave_sitting, tries
from components.interview_told import interview_told
from components.key_presses.key_presses import key_presses
from components.lasting_note import lasting_note
from core.content.interview_items import LEVEL_LABELS, FollowUp, FreeAnswer
from core.interview.follow_ups import MOST, target_seconds
from core.interview.marker import load_marker
from core.interview.sitting import Sitting
from core.language.text import t


def interview_writing(item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the question and the box; the rubric is read meanwhile."""
    follow_up = item.follow_up(sitting.asking)
    depth = len(sitting.turns)
    facts = _facts(item, depth, follow_up)
    interview_head(facts, item, follow_up)
    model = follow_up.model_answer if follow_up else item.model_answer
    asked = Asked(
        target=target_seconds(item, follow_up),
        note=t("The model answer has {count}.", count=len(model.split())),
        submit=t("Submit and lock"),
        skip=t("I do not know"),
        tries=tries(),
    )
    box = f"answer-box.{sitting.id}.{depth}"
    answer_box(box, asked, sitting.draft, partial(keep_typed, sitting), partial(give_answer, sitting))
    interview_english()
    interview_told()
    st.button(
        t("Choose another question"), type="tertiary", key="interview.other", on_click=partial(leave_sitting, sitting)
    )
    lasting_note()
    key_presses({}, f"writing {box}", "ll-question", top=True)
    load_marker().make_ready(session.rubrics()[sitting.rubric_id])


def _facts(item: FreeAnswer, depth: int, follow_up: FollowUp | None) -> tuple[str, ...]:
    if follow_up:
        return (t("Follow-up {place} of up to {most}", place=depth, most=MOST),)
    return t("One question"), t(LEVEL_LABELS[item.level]).capitalize()
