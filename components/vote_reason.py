"""Why the answer of a vote is so, once its results are shown; for the presenter with the way to the calculator."""

from urllib.parse import urlencode

import streamlit as st

from components.markup import el, rich, show
from core.content.agendas import VoteStep
from core.content.models import Content
from core.content.pages import Page
from core.content.typed_items import PredictNumber
from core.language.text import t
from core.quiz.generated import find_item
from core.workshop.room import Room


def vote_reason(content: Content, room: Room, *, presenter: bool = False) -> None:
    """Draws it when the results of the step that is on are shown; the calculator opens in a window of its own."""
    step = room.step
    item = find_item(content, step.item) if isinstance(step, VoteStep) and step.id in room.results else None
    if item is None:
        return
    if not (presenter and step.notes == item.explanation):  # the notes of a question that was added say it already
        show(el("p", el("strong", t("Why.")), " ", rich("span", item.explanation), class_="ll-wide"))
    if presenter and isinstance(item, PredictNumber) and item.from_calculator:
        run = item.from_calculator
        inputs = {name: str(value) for name, value in run.inputs.items()}
        st.link_button(
            t("The calculator, with these inputs"),
            f"{Page.CALCULATORS.value}?{urlencode({'calc': run.calculator, **inputs})}",
            icon=":material/open_in_new:",
            type="tertiary",
        )
