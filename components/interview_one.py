"""One interview question at a time: chosen, answered, rated, marked."""

import streamlit as st

from components.answer_not_taken import answer_not_taken
from components.interview_choice import interview_choice
from components.interview_marked import interview_marked
from components.interview_place import open_sitting
from components.interview_rating import interview_rating
from components.interview_writing import interview_writing
from components.named_question import named_question
from components.store_errors_shown import store_errors_shown
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.sitting import Stage
from core.language.text import t


@st.fragment
def interview_one(content: Content) -> None:
    """Draws the question where the visitor left it, else the choice."""
    with store_errors_shown("interview", t("Interview")):
        sitting = open_sitting()
        item = content.item_by_id.get(sitting.question) if sitting else None
        if sitting is None or not isinstance(item, FreeAnswer):
            interview_choice(content)
            return
        named_question(content, sitting)
        if sitting.stage is Stage.WRITING:
            interview_writing(item, sitting)
            return
        with st.container(key="interview-wide", gap="small"):
            answer_not_taken()  # its box has gone: it is read here, not below the fold
            if sitting.stage is Stage.RATING:
                interview_rating(item, sitting)
            else:
                interview_marked(content, item, sitting)
