"""What each event of people who come and go makes of a room. Pure."""

from dataclasses import replace

from core.workshop.membership_events import Joined, Left, LetBack, Removed, Renamed
from core.workshop.room import Person, Room, with_one


def joined(room: Room, event: Joined) -> Room:
    """The room with a person who came in, or came back."""
    return _with(room, Person(event.person, event.name, event.at))


def renamed(room: Room, event: Renamed) -> Room:
    """The room with a person under another name."""
    return _with(room, replace(room.people[event.person], name=event.name)) if room.has(event.person) else room


def left(room: Room, event: Left) -> Room:
    """The room without a person who went; what they voted and asked stays."""
    if not room.has(event.person):
        return room
    return _with(room, replace(room.people[event.person], left=True, took_part=not room.in_lobby))


def removed(room: Room, event: Removed) -> Room:
    """The room without a person whom the host sent out; what they voted and asked stays."""
    if event.person not in room.people:
        return room
    return _with(room, replace(room.people[event.person], removed=True, took_part=not room.in_lobby))


def let_back(room: Room, event: LetBack) -> Room:
    """The room with a person again whom the host had sent out, under a name that is free."""
    person = room.people.get(event.person)
    return _with(room, replace(person, name=event.name, removed=False, took_part=True)) if person else room


def _with(room: Room, person: Person) -> Room:
    return replace(room, people=with_one(room.people, person.id, person))
