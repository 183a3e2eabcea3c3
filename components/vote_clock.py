"""How much longer a vote or a guess is open, and how many of those present have answered."""

from components import session
from components.countdown.countdown import countdown
from components.workshop_access import here
from core.content.graphs import Question
from core.content.items import AnyItem
from core.workshop.room import Ballot, Room
from core.workshop.votes import said_so_far


def vote_clock(room: Room, ballot: Ballot, asked: AnyItem | Question | None, key: str) -> None:
    """Draws the time left with the count."""
    words = said_so_far(room, ballot, here(room), asked)
    countdown(ballot.ends, ballot.planned_s, session.now(), words, key)
