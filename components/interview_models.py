"""The model answer, and what strong and weak answers sound like."""

import streamlit as st

from components.markup import el, rich, show
from components.said_in_english import said_in_english
from core.content.interview_items import FollowUp, FreeAnswer
from core.language.text import t


def interview_models(item: FreeAnswer, follow_up: FollowUp | None, key: str) -> None:
    """Draws them, closed, so that the own answer is read first."""
    with st.expander(t("Model answer"), icon=":material/menu_book:", key=f"{key}.model"):
        answer = follow_up.model_answer if follow_up else item.model_answer
        show(*(said_in_english(rich("p", part)) for part in answer.split("\n\n")), class_="ll ll-stack")
    if follow_up is None:
        with st.expander(
            t("What strong and weak answers sound like"), icon=":material/record_voice_over:", key=f"{key}.strong"
        ):
            show(
                el("p", el("strong", t("Strong. ")), said_in_english(rich("span", item.strong))),
                el("p", el("strong", t("Weak. ")), said_in_english(rich("span", item.weak))),
                class_="ll ll-stack",
            )
