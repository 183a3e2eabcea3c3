"""Tells those who look at another step where the presenter is, and how long a vote is open there."""

from components import session
from components.countdown.countdown import countdown
from components.markup import el, show
from core.language.text import t
from core.workshop.guessing import room_guesses
from core.workshop.room import Room


def presenter_at(room: Room, at: int) -> None:
    """Draws the line, unless the step looked at is the presenter's."""
    if at == room.place:
        return
    words = t("The presenter is at step {step}: “{title}”.", step=room.place + 1, title=room.step.title)
    show(el("p", el("strong", words), role="status"))
    ballot = room.open_ballot(session.now())
    if ballot:
        guess = room_guesses(session.content(), room)
        words = t("a guess is open there") if guess else t("a vote is open there")
        countdown(ballot.ends, ballot.planned_s, session.now(), words, f"roam.{ballot.id}")
