"""The way through a question and its follow-ups: each answer that came before, closed."""

import streamlit as st

from components.interview_mark import interview_mark
from components.markup import el, rich, show
from components.said_in_english import said_in_english
from core.content.interview_items import FreeAnswer
from core.interview.headline import found_headline, own_headline
from core.interview.sitting import Sitting
from core.language.text import t


def interview_path(item: FreeAnswer, sitting: Sitting) -> None:
    """Draws the earlier answers; nothing when there are none."""
    if len(sitting.turns) < 2:
        return
    show(el("h2", t("How you got here"), class_="sub"))
    for place, turn in enumerate(sitting.turns[:-1]):
        follow_up = item.follow_up(turn.follow_up)
        asked = follow_up.question if follow_up else item.question
        found = own_headline(turn) or found_headline(turn, interview_mark(turn.rubric_id, turn.answer))
        with st.expander(f"{place + 1}. {found}", key=f"path.{sitting.id}.{place}"):
            question, answer = rich("p", asked), el("p", turn.answer, class_="ll-answer")
            show(said_in_english(question), said_in_english(answer), class_="ll ll-stack")
