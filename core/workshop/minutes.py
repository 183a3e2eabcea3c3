"""The planned minutes of a step: the host sets them, the presenter's clock measures against them. Pure."""

from datetime import datetime

from core.content.agendas import LEAST_MINUTES, MOST_MINUTES
from core.language.text import t
from core.workshop.errors import WorkshopError
from core.workshop.events import Events
from core.workshop.host import set_steps
from core.workshop.room import Room


def set_minutes(room: Room, step_id: str, minutes: float, now: datetime) -> Events:
    """Plans a step of the agenda for so many minutes; one that is not there, or was left out, changes nothing.

    Raises:
        WorkshopError: they are too few or too many.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WorkshopError(t("A step takes at least half a minute and at most an hour."))
    steps = [step.model_copy(update={"minutes": minutes}) if step.id == step_id else step for step in room.steps]
    return set_steps(room, steps, now)
