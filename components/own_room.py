"""The room that this browser is in, for a visit that does not know of it: a closed tab, a page loaded again."""

from datetime import timedelta

from components import session
from components.workshop_access import own_person, room_now
from core.workshop.room import Room


def own_room(lately: timedelta) -> Room | None:
    """The open room that this browser was in last and still is, if it was seen there lately.

    Raises:
        StoreError: it cannot be read.
    """
    found = session.store().seen.rooms_of(session.learner().key, session.now() - lately)
    return next((room for code in found if (room := room_now(code)) and _is_in(room)), None)


def _is_in(room: Room) -> bool:
    return room.closed is None and room.has(own_person(room.code))
