"""The decision guide: one question at a time beside the lit flowchart."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.decision_answers import RECORD, answers_now, asked_again, came_from_row
from components.decision_figure import decision_figure
from components.decision_outcome import decision_outcome
from components.decision_question import decision_question
from components.decision_record_view import decision_record_bar, decision_record_view
from components.decision_related import decision_related
from components.decision_summary import decision_summary
from components.outcome_details import outcome_details
from components.page_head import page_head
from components.pointed_node import pointed_node
from components.scroll_to import scroll_to
from components.shown_first import shown_first
from core.content.graphs import Question
from core.content.models import Content
from core.decision import Walk, walk
from core.diagram.lighting import walked_to
from core.language.text import t


@st.fragment
def decision_guide(content: Content) -> None:
    """Draws the question that is open, or the outcome, and the way that led there."""
    guide = content.guide
    answers, ignored = answers_now(guide)
    way = walk(guide, content.guide_graph, answers)
    if session.params().get("view") == RECORD and way.asks is None:
        decision_record_view(content, way, came=_came_to(RECORD))
        return
    question = _open_question(content, way)
    session.keep("decision.asked", question.id if question else None)
    shown = question.id if question else "outcome"
    came = _came_to(shown)
    left, right = st.columns([36, 95], gap="medium")
    with left, st.container(key="panel-decision"):
        page_head(t("Decision guide"), t("Answer for a case of your own. The link keeps your answers."))
        address_note(*ignored)
        pointed = pointed_node(content.guide_graph, answers)
        if question:
            decision_question(guide, question, answers, _number(way, question))
        else:
            decision_outcome(way)
        shown_first()
        decision_summary(guide, way)
    with right, st.container(key="wide-figure"):
        lit = walked_to(content.guide_graph, pointed) if pointed else way.lighting
        decision_figure(content, lit.at(question.node) if question and not pointed else lit)
    if not question:
        outcome_details(content, way)
        decision_record_bar(content, way)
    decision_related(content, () if question else way.steps, pointed)
    from_row = came_from_row()
    if came:
        scroll_to(f"decision-{shown}", block="nearest", yields=not from_row)


def _came_to(shown: str) -> bool:
    """Whether something else was shown before; not at the first opening."""
    before = session.kept("decision.shown")
    session.keep("decision.shown", shown)
    return before not in (None, shown)


def _open_question(content: Content, way: Walk) -> Question | None:
    editing = asked_again()
    on_the_way = {answered.question.id for answered in way.answered}
    return content.guide.question(editing) if editing in on_the_way else way.asks


def _number(way: Walk, question: Question) -> int:
    ids = [answered.question.id for answered in way.answered]
    return ids.index(question.id) + 1 if question.id in ids else len(ids) + 1
