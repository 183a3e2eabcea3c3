"""An interview question while it is answered: the clock, the box, the ways on."""

from functools import partial

import streamlit as st

from components import session
from components.answer_box.answer_box import Asked, answer_box
from components.interview_head import interview_head
from components.interview_place import give_answer, keep_typed, leave_sitting, rubric_id, tries
from components.interview_told import interview_told
from components.key_presses.key_presses import key_presses
from components.lasting_note import lasting_note
from core.content.interview_items import FreeAnswer
from core.interview.follow_ups import MOST, target_seconds
from core.interview.marker import load_marker
from core.interview.sitting import Sitting


def interview_writing(item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the question and the box; the rubric is read meanwhile."""
    follow_up = next((one for one in item.follow_ups if one.id == sitting.asking), None)
    depth = len(sitting.turns)
    facts = (f"Follow-up {depth}, of {MOST} at most",) if follow_up else ("One question", item.level.value)
    interview_head(facts, item, follow_up)
    model = follow_up.model_answer if follow_up else item.model_answer
    asked = Asked(
        target=target_seconds(item, follow_up),
        note=f"The model answer has {len(model.split())}.",
        submit="Submit and lock",
        skip="I do not know",
        tries=tries(),
    )
    box = f"answer-box.{sitting.id}.{depth}"
    answer_box(box, asked, sitting.draft, partial(keep_typed, sitting), partial(give_answer, sitting))
    interview_told()
    st.button("Choose another question", type="tertiary", key="interview.other", on_click=leave_sitting)
    lasting_note()
    key_presses({}, f"writing {box}", "ll-question", top=True)
    load_marker().make_ready(session.rubrics()[rubric_id(sitting)])
