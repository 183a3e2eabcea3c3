"""Steps that a host leaves out of the agenda, and puts back where they were. Pure."""

from datetime import datetime

from core.workshop.events import Events
from core.workshop.host import set_steps
from core.workshop.room import Room


def leave_out(room: Room, step_id: str, now: datetime) -> Events:
    """Takes a step out of the agenda.

    Raises:
        WorkshopError: it is the only one.
    """
    return set_steps(room, [step for step in room.steps if step.id != step_id], now)


def put_back(room: Room, step_id: str, now: datetime) -> Events:
    """Puts a step that was left out back in its place; one that is there stays."""
    ids = {step_id, *(step.id for step in room.steps)}
    return set_steps(room, [step for step in room.whole_agenda if step.id in ids], now)
