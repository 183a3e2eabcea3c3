"""A step from the bank that a host adds to the agenda of a room. Pure."""

from datetime import datetime

from core.content.agendas import AnyStep
from core.workshop.events import Events
from core.workshop.host import set_steps
from core.workshop.room import Room

_ADDED = "added-"


def added_id(name: str) -> str:
    """The id of the step that is added for an item or a station.

    >>> added_id("case-hotel-tone")
    'added-case-hotel-tone'
    """
    return f"{_ADDED}{name}"[:64].rstrip("-")


def added_place(room: Room) -> int:
    """The place, from 0, of a step that is added now: next, but behind those that were added and are still to come."""
    place = room.place + 1
    while place < len(room.steps) and _waits(room, room.steps[place]):
        place += 1
    return place


def add_step(room: Room, step: AnyStep, now: datetime) -> Events:
    """Puts a step at `added_place`.

    Raises:
        WorkshopError: there are too many steps, or it is one of them.
    """
    place = added_place(room)
    return set_steps(room, [*room.steps[:place], step, *room.steps[place:]], now)


def _waits(room: Room, step: AnyStep) -> bool:
    return step.id.startswith(_ADDED) and step.id not in room.spent
