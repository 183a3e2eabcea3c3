"""Sends a vote when the person has changed it on this screen."""

import streamlit as st

from components import session
from components.workshop_access import act, own_person
from core.content.graphs import Question
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, answer_json
from core.workshop import participant
from core.workshop.events import Voted
from core.workshop.room import Ballot


def cast_vote(code: str, ballot: Ballot, answer: AnyAnswer | None, asked: AnyItem | Question) -> None:
    """Sends the vote when the person has changed it here; what another of their screens says is left alone."""
    if answer is None or answer == ballot.picks.get(own_person(code)):
        return
    if session.once(f"workshop.vote.{ballot.id}", answer_json(answer)):
        voted = Voted(at=session.now(), ballot=ballot.id, person=own_person(code), answer=answer)
        act(code, lambda room: participant.vote(room, voted, asked))
        st.rerun(scope="fragment")
