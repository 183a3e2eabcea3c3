"""Session keys for what a visit knows about a vote."""

from typing import Literal

from core.workshop.room import Ballot, Room

Noted = Literal["form", "known", "sent"]


def vote_note(noted: Noted, room: Room, ballot: Ballot) -> str:
    """The name for `session.keep`: of how often the form was filled anew, of the vote last seen, of what was sent.

    Two rooms with one agenda have ballots of the same ids.
    """
    return f"workshop.vote.{noted}.{room.code}.{ballot.id}"
