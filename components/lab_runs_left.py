"""Runs of the lab that go on where no screen shows them: the room still gets their outcome."""

from components.room_lab_run import room_lab_run
from core.content.agendas import LabStep
from core.content.models import Content
from core.workshop.room import Room


def lab_runs_left(content: Content, room: Room, *, all_of_them: bool = False) -> None:
    """Looks after those that the room moved on from before they ended, or after all; draws nothing."""
    for step in room.whole_agenda:
        run, left = room.lab_runs.get(step.id), all_of_them or step.id != room.step_id
        if isinstance(step, LabStep) and step.station in content.lab_by_id and run and not run.outcome and left:
            room_lab_run(room, step, content.lab_by_id[step.station], shown=False)
