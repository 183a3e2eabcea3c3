"""Runs of the lab on the presenter's phone: what came out of the one that is on, to be said aloud."""

from components.lab_runs_left import lab_runs_left
from components.markup import rich, show
from components.room_lab_figures import room_lab_figures
from core.content.agendas import LabStep
from core.content.models import Content
from core.workshop.lab import guess_of
from core.workshop.room import Room


def workshop_remote_lab(content: Content, room: Room) -> None:
    """Draws it once there is an outcome, which this phone brings the room where no other screen of the host is open."""
    lab_runs_left(content, room, all_of_them=True)
    step, run = room.step, room.lab_runs.get(room.step_id)
    station = content.lab_by_id.get(step.station) if isinstance(step, LabStep) else None
    if isinstance(step, LabStep) and station and run and run.outcome:
        room_lab_figures(room, step, station, run.outcome)
        show(rich("p", guess_of(step, station).because))
