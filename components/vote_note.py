"""The names under which a visit notes what it knows of a vote."""

from typing import Literal

from core.workshop.room import Ballot

Noted = Literal["form", "known", "sent"]


def vote_note(noted: Noted, ballot: Ballot) -> str:
    """The name for `session.keep`: of how often the form was filled anew, of the vote last seen, of what was sent."""
    return f"workshop.vote.{noted}.{ballot.id}"
