"""How the participants of a room find the pace."""

from components.markup import el, icon, show
from components.workshop_access import here
from core.language.text import t
from core.workshop.events import Pace
from core.workshop.room import Room


def pace_gauge(room: Room) -> None:
    """Draws how the speed feels to those who are here, once the workshop has begun; nobody is named."""
    there = here(room)
    if not there or room.in_lobby:
        return
    felt = [room.paces.get(person.id) for person in there]
    words = t(
        "Too fast for {fast}, too slow for {slow}, of {people}.",
        fast=felt.count(Pace.TOO_FAST),
        slow=felt.count(Pace.TOO_SLOW),
        people=len(there),
    )
    show(el("p", icon("speed"), el("span", words), class_="ll-pace"))
