"""A room's guesses before a run of the lab as bars; once the run is over, with the one that was right."""

from components.vote_bars import vote_bars
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.lab.verdicts import recorded_spread
from core.lab_page.words import axis_value
from core.web.lab_runner import lab_recordings
from core.workshop.lab import came_out, guess_item, guess_of
from core.workshop.room import Room


def room_lab_guesses(room: Room, step: LabStep, station: LabStation) -> None:
    """Draws the bars."""
    answer, run = guess_of(step, station).answer, room.lab_runs.get(step.id)
    value = came_out(step, station, run.outcome) if run and run.outcome else None
    right = recorded_spread(answer, lab_recordings()).mean if value is None else value
    item = guess_item(step, station, axis_value(right, answer.unit))
    vote_bars(item, room.ballots_of(step.id), revealed=value is not None)
