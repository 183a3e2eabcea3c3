"""The questions of a room, with votes for them."""

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, show
from components.named_label import named_label
from components.workshop_access import act, own_person
from core.language.text import t
from core.workshop import host, participant
from core.workshop.guessing import votes_said
from core.workshop.room import Room, RoomQuestion
from core.workshop.seat import Seat

_ON_SCREEN = 3
"""How many questions of two or three lines fit a projector of 720 lines, below what is discussed."""
_ASIDE, _ASIDE_ROW = "room.question_aside", "question-aside"
"""Where is kept which question this host marked, removed or put back last, and how often."""


def room_questions(room: Room, seat: Seat) -> None:
    """Draws the questions, those with most votes first. A participant votes; the host marks or removes them.

    What the host has just marked or removed can be put back: one row's button is near to the next one's.

    The screen, which nobody scrolls, has the first few, and says how many there are.
    """
    ordered = sorted(room.waiting, key=lambda one: (-len(one.upvoters), one.asked))
    if ordered and seat is Seat.SCREEN:
        show(el("h2", t("What the room asked"), class_="sub"))
    shown = ordered[:_ON_SCREEN] if seat is Seat.SCREEN else ordered
    if len(shown) < len(ordered):
        counts = {"shown": len(shown), "count": len(ordered)}
        show(el("p", t("{shown} of {count}, most votes first. The phones have all.", **counts), class_="ll-note"))
    if seat is Seat.HOST:
        with st.container():  # it keeps its place while empty, and the list under it is not drawn anew
            _aside(room)
    for question in shown:
        _question(room, question, seat)
    answered = len(room.questions) - len(ordered)
    if answered:
        show(el("p", t("{count} answered.", count=answered), class_="ll-note"))
    if seat is Seat.HOST:
        _set_aside(room)
    if not room.questions and seat is not Seat.SCREEN:
        show(el("p", t("No questions yet."), class_="ll-note"))


def _question(room: Room, question: RoomQuestion, seat: Seat) -> None:
    person = own_person(room.code)
    with st.container(
        key=f"rule-question-{seat.value}-{question.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        votes, own = votes_said(len(question.upvoters)), seat is Seat.PARTICIPANT and question.person == person
        said = t("{votes}, your question", votes=votes) if own else votes
        show(el("p", question.text, class_="ll-asked"), el("p", said, class_="ll-note"))
        if seat is Seat.SCREEN or own:
            return
        if seat is Seat.HOST:
            this = (room.code, question.id)
            answered, remove = (named_label(verb, question.text) for verb in (t("Answered"), t("Remove")))
            st.button(answered, on_click=_answered, args=this, key=f"room.answered.{question.id}")
            st.button(remove, type="tertiary", on_click=_dropped, args=this, key=f"room.dropped.{question.id}")
            return
        mine = person in question.upvoters
        label = named_label(t("Take back") if mine else t("Me too"), question.text)
        args = (room.code, question.id, not mine)
        st.button(label, icon=":material/thumb_up:", on_click=_upvoted, args=args, key=f"room.upvote.{question.id}")


def _aside(room: Room) -> None:
    """The question that was marked or removed last, with “Put back”; the focus moves here, as the button is gone."""
    name, times = session.kept(_ASIDE) or ("", 0)
    question, to = room.questions.get(name), f"#{_ASIDE_ROW}"
    if question and not question.answered:
        to = f".{key_class(f'room.answered.{name}')} button"
    elif question or name in room.dropped:
        with st.container(key="rule-question-aside", horizontal=True, vertical_alignment="center", gap="small"):
            removed = t("Removed from all screens and from the report.")
            words = t("Marked as answered: “{question}”", question=question.text) if question else removed
            show(el("p", words, class_="ll-asked", id=_ASIDE_ROW, role="status", tabindex="-1"))
            st.button(t("Put back"), on_click=_returned, args=(room.code, name), key="room.question_back")
    if times:
        lost_focus(to, token=f"{times}")


def _set_aside(room: Room) -> None:
    """All that was marked or removed, also before this page was loaded or on another screen, each with the way back.

    It is seen only when it is asked for: what was removed may not be fit for a room that sees the host's page.
    """
    last, _ = session.kept(_ASIDE) or ("", 0)
    answered = [one for one in room.questions.values() if one.answered]
    gone = [one for one in (*answered, *room.dropped.values()) if one.id != last]
    if gone and st.toggle(t("Show what was answered or removed"), key="room.questions_aside"):
        for one in gone:
            with st.container(
                key=f"rule-question-host-{one.id}", horizontal=True, vertical_alignment="center", gap="small"
            ):
                state = t("removed") if one.id in room.dropped else t("answered")
                show(el("p", one.text, class_="ll-asked"), el("p", state, class_="ll-note"))
                back, args = named_label(t("Put back"), one.text), (room.code, one.id)
                st.button(back, on_click=_returned, args=args, key=f"room.question_back.{one.id}")


def _keep_aside(name: str) -> None:
    _, times = session.kept(_ASIDE) or ("", 0)
    session.keep(_ASIDE, (name, times + 1))


def _answered(code: str, question_id: str) -> None:
    if act(code, lambda room: host.mark_answered(room, question_id, session.now()), as_host=True):
        _keep_aside(question_id)


def _dropped(code: str, question_id: str) -> None:
    if act(code, lambda room: host.drop_question(room, question_id, session.now()), as_host=True):
        _keep_aside(question_id)


def _returned(code: str, question_id: str) -> None:
    if act(code, lambda room: host.return_question(room, question_id, session.now()), as_host=True):
        _keep_aside(question_id)


def _upvoted(code: str, question_id: str, on: bool) -> None:
    act(code, lambda room: participant.upvote(room, own_person(code), question_id, on, session.now()))
