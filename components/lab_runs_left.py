"""Runs of the lab that a room moved on from before they ended: the room still gets their outcome."""

from components.room_lab_run import room_lab_run
from core.content.agendas import LabStep
from core.content.models import Content
from core.workshop.room import Room


def lab_runs_left(content: Content, room: Room) -> None:
    """Looks after them, and draws nothing."""
    for step in room.whole_agenda:
        run, on = room.lab_runs.get(step.id), step.id == room.step_id
        if isinstance(step, LabStep) and step.station in content.lab_by_id and run and not run.outcome and not on:
            room_lab_run(room, step, content.lab_by_id[step.station])
