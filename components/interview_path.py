"""The way through a question and its follow-ups: each answer that came before, closed."""

import streamlit as st

from components.interview_mark import interview_mark
from components.label_text import label_text
from components.markup import el, show
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
        label = f"**{place + 1}.** {label_text(asked)}\u00a0· {found}"
        with st.expander(label, key=f"path.{sitting.id}.{place}"):
            if turn.is_answered:
                show(said_in_english(el("p", turn.answer, class_="ll-answer")))
            else:
                show(el("p", t("Nothing: you gave no answer."), class_="ll-note"))
