"""How the speed feels to a room."""

from components.markup import el, icon, show
from core.workshop.events import Pace
from core.workshop.room import Room

_PACES = {Pace.TOO_SLOW: "Too slow", Pace.TOO_FAST: "Too fast"}


def pace_gauge(room: Room) -> None:
    """Draws how the speed feels to the room; nobody is named."""
    counts = {pace: sum(1 for one in room.paces.values() if one is pace) for pace in (Pace.TOO_FAST, Pace.TOO_SLOW)}
    words = f"{counts[Pace.TOO_FAST]} find it too fast, {counts[Pace.TOO_SLOW]} too slow, of {len(room.present)}."
    show(el("p", icon("speed"), f" {words}"))
