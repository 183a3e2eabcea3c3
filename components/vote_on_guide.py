"""A participant's vote on a question of the decision guide, and how the room has voted once it is over."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.cast_vote import cast_vote
from components.label_text import label_text
from components.markup import el, rich, show
from components.vote_bars import vote_bars
from components.vote_form_key import vote_form_key
from components.vote_over import vote_over
from components.vote_standing import vote_standing
from components.workshop_access import own_person, own_pick
from core.content.agendas import GuideStep
from core.content.graphs import Question
from core.language.text import t
from core.quiz.answers import Picked
from core.workshop.guide import tied
from core.workshop.room import Ballot, Room


def vote_on_guide(room: Room, step: GuideStep, ballot: Ballot, question: Question, head: ET.Element) -> None:
    """Draws a question of the decision guide as a vote on the room's case, under a line that says where one is."""
    show(head, el("h1", question.text, class_="ll-question"), rich("p", step.case), class_="ll ll-question-head")
    if not ballot.is_open(session.now()):
        vote_over(ballot, question, own_person(room.code))
        if ballot.picks:
            vote_bars(question, (ballot,))
        if room.step_id == step.id:
            show(el("p", _comes(ballot), role="status"))
        return
    ids = [option.id for option in question.options]
    mine = own_pick(room, ballot)
    key = f"{vote_form_key(room, ballot, question, _picked)}.pick"
    if isinstance(mine, Picked) and session.widget_value(key) is None:
        session.set_widget_value(key, mine.options[0])
    with st.container(key=f"choice-{ballot.id}"):
        chosen = st.radio(
            question.text,
            ids,
            index=None,
            format_func=lambda name: label_text(question.option(name).label),
            captions=[label_text(option.detail) for option in question.options],
            key=key,
            label_visibility="collapsed",
            width="stretch",
        )
    room = cast_vote(room, ballot, _answer(chosen), question)
    vote_standing(room, room.ballots[ballot.id], question)


def _comes(ballot: Ballot) -> str:
    """What is awaited once the vote is over."""
    if tied(ballot, session.now()):
        return t("A tie: the host decides.")
    if ballot.picks:
        return t("The presenter takes the majority next.")
    return t("Nobody voted. The vote may open again.")


def _picked(key: str) -> Picked | None:
    return _answer(session.widget_value(f"{key}.pick"))


def _answer(chosen: str | None) -> Picked | None:
    return Picked(options=(chosen,)) if chosen else None
