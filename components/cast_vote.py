"""Sends a vote once the person has changed it on this screen."""

from components import session
from components.refusal import refusal
from components.vote_note import vote_note
from components.workshop_access import act, own_person
from core.content.graphs import Question
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, answer_json
from core.workshop import participant
from core.workshop.figures import as_kept
from core.workshop.room import Ballot, Room
from core.workshop.vote_events import Voted


def cast_vote(
    room: Room,
    ballot: Ballot,
    answer: AnyAnswer | None,
    asked: AnyItem | Question,
    bounds: tuple[float, float] | None = None,
) -> Room:
    """Sends the vote when the person has changed it here, and gives the room after it.

    What another of their screens says is left alone. A number is read here, in the language that it was typed in;
    who changes the language afterwards has not changed the vote.
    """
    code, after = room.code, None
    kept = as_kept(asked, answer) if answer else None
    if answer is None or kept is None or kept == ballot.picks.get(own_person(code)):
        return room
    if session.once(vote_note("sent", room, ballot), answer_json(answer)):
        voted = Voted(at=session.now(), ballot=ballot.id, person=own_person(code), answer=kept)
        after = act(code, lambda room: participant.vote(room, voted, asked, bounds))
        if after is None:
            session.keep(vote_note("sent", room, ballot), None)  # what was not taken is sent again at the next redraw
        else:
            session.keep(vote_note("known", room, ballot), kept)
        refusal()
    return after or room
