"""How the speed feels to a room."""

from components.markup import el, icon, show
from core.language.text import t
from core.workshop.events import Pace
from core.workshop.room import Room


def pace_gauge(room: Room) -> None:
    """Draws how the speed feels to the room, once somebody is in it; nobody is named."""
    if not room.present:
        return
    counts = {pace: sum(1 for one in room.paces.values() if one is pace) for pace in (Pace.TOO_FAST, Pace.TOO_SLOW)}
    words = t(
        "{fast} find it too fast, {slow} too slow, of {people}.",
        fast=counts[Pace.TOO_FAST],
        slow=counts[Pace.TOO_SLOW],
        people=len(room.present),
    )
    show(el("p", icon("speed"), el("span", words), class_="ll-pace"))
