"""A participant's vote: the form while it is open, what counted once it is over."""

import streamlit as st

from components import session
from components.answer_feedback import answer_feedback
from components.answer_form import answer_form
from components.countdown.countdown import countdown
from components.markup import el, icon, rich, show
from components.workshop_access import act, own_person
from core.content.agendas import VoteStep
from core.content.choice_items import Case
from core.content.graphs import Question
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, Picked, answer_json
from core.quiz.display import shown_order
from core.quiz.marking import mark
from core.workshop import participant
from core.workshop.events import Voted
from core.workshop.picks import pick_words
from core.workshop.room import Ballot, Room


def vote_on_item(room: Room, step: VoteStep, item: AnyItem) -> None:
    """Draws the vote of a step as it stands now."""
    held = room.ballots_of(step.id)
    situation = rich("p", item.situation, class_="ll-lede") if isinstance(item, Case) else None
    show(rich("h1", item.question, class_="ll-question"), situation, class_="ll ll-question-head")
    if not held:
        show(el("p", "The vote opens in a moment. Read it meanwhile.", class_="ll-note"))
        return
    ballot = held[-1]
    person = own_person(room.code)
    if ballot.is_open(session.now()):
        _open(room, ballot, item)
    elif step.id in room.results:
        pick = ballot.picks.get(person)
        found = mark(item, pick) if pick else None
        if pick and found:
            answer_feedback(item, pick, found, shown_order(item, room.code))
        else:
            show(el("p", "You did not vote in this round.", class_="ll-note"))
    else:
        _over(ballot, item, person)


def _open(room: Room, ballot: Ballot, item: AnyItem) -> None:
    answer = answer_form(
        item, shown_order(item, room.code), f"vote-{ballot.id}", ballot.picks.get(own_person(room.code))
    )
    _cast(room.code, ballot, answer, item)
    _standing(room, ballot, item)


def vote_on_guide(room: Room, ballot: Ballot, question: Question) -> None:
    """Draws a question of the decision guide as a vote."""
    show(el("h1", question.text, class_="ll-question"))
    if not ballot.is_open(session.now()):
        _over(ballot, question, own_person(room.code))
        return
    ids = [option.id for option in question.options]
    mine = ballot.picks.get(own_person(room.code))
    key = f"vote-{ballot.id}.pick"
    if isinstance(mine, Picked) and session.widget_value(key) is None:
        session.set_widget_value(key, mine.options[0])
    with st.container(key=f"choice-{ballot.id}"):
        chosen = st.radio(
            question.text,
            ids,
            index=None,
            format_func=lambda name: question.option(name).label,
            captions=[option.detail for option in question.options],
            key=key,
            label_visibility="collapsed",
            width="stretch",
        )
    _cast(room.code, ballot, Picked(options=(chosen,)) if chosen else None, question)
    _standing(room, ballot, question)


def _cast(code: str, ballot: Ballot, answer: AnyAnswer | None, asked: AnyItem | Question) -> None:
    """Sends the vote when the person has changed it here; what another of their screens says is left alone."""
    if answer is None or answer == ballot.picks.get(own_person(code)):
        return
    if session.once(f"workshop.vote.{ballot.id}", answer_json(answer)):
        voted = Voted(at=session.now(), ballot=ballot.id, person=own_person(code), answer=answer)
        act(code, lambda room: participant.vote(room, voted, asked))
        st.rerun(scope="fragment")


def _standing(room: Room, ballot: Ballot, asked: AnyItem | Question) -> None:
    mine = ballot.picks.get(own_person(room.code))
    if mine is not None:
        words = f"Your pick: {pick_words(asked, mine)}. Change it until time ends."
        show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
    total = (ballot.closes - ballot.opened).total_seconds()
    voted = f"{len(ballot.picks)} of {len(room.present)} have voted"
    countdown(ballot.ends, total, session.now(), voted, ballot.id)


def _over(ballot: Ballot, asked: AnyItem | Question, person: str) -> None:
    mine = ballot.picks.get(person)
    words = f"Your pick: {pick_words(asked, mine)}. The vote is over." if mine else "The vote is over. You had no pick."
    show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
