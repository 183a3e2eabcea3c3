"""The answers so far, each with a way to change it."""

import streamlit as st

from components.decision_answers import edit_from_row, start_over
from components.markup import el, show
from components.named_label import named_label
from core.content.graphs import Guide
from core.decision import Answered, Walk
from core.language.text import t


def decision_summary(guide: Guide, walk: Walk) -> None:
    """Draws the answers on the way; nothing when there are none."""
    if not walk.answered:
        return
    show(el("h2", t("Your answers"), class_="sub"))
    for answered in walk.answered:
        _row(answered)
    st.button(t("Start over"), type="tertiary", on_click=start_over, args=(guide,), key="decision.start-over")


def _row(answered: Answered) -> None:
    question = answered.question
    words = [option.label for option in answered.options]
    if answered.assumed:
        words = [t("I do not know. Going on with “{given}”", given=given) for given in words]
    with st.container(key=f"rule-{question.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", question.text, class_="ll-note"), *(el("p", el("strong", one)) for one in words))
        st.button(
            named_label(t("Change"), question.text),
            type="tertiary",
            on_click=edit_from_row,
            args=(question.id,),
            key=f"decision.change.{question.id}",
        )
