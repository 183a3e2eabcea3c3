"""Who of a room is here right now, not only on its list; votes and the report do not depend on it. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from core.workshop.room import Person, Room

HERE_FOR = timedelta(seconds=40)
"""How long somebody counts as here after they were last seen: two beats of their screen may be missed."""


def here(room: Room, seen: Mapping[str, datetime], now: datetime) -> tuple[Person, ...]:
    """Those who have just joined or were just seen, in the order of joining."""
    return tuple(one for one in room.present if now - max(one.joined, seen.get(one.id, one.joined)) < HERE_FOR)
