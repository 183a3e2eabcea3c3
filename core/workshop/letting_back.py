"""Lets someone back in whom the host sent out by mistake. Pure."""

from datetime import datetime

from core.workshop.events import Events
from core.workshop.membership_events import LetBack
from core.workshop.room import Person, Room
from core.workshop.words import fit_name


def sent_out(room: Room) -> tuple[Person, ...]:
    """Those whom the host has sent out, by when they joined."""
    return tuple(sorted((one for one in room.people.values() if one.removed), key=lambda one: one.joined))


def let_back(room: Room, person: str, now: datetime) -> Events:
    """Takes somebody in again, with what they voted; a number follows their name where another has it by now."""
    found = next((one for one in sent_out(room) if one.id == person), None)
    if found is None:
        return ()
    return (LetBack(at=now, person=person, name=fit_name(found.name, (one.name for one in room.present))),)
