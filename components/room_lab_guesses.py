"""A room's guesses before a run of the lab as bars; once the run is over, with the one that was right."""

from components.vote_bars import vote_bars
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.lab.verdicts import recorded_spread
from core.lab_page.words import axis_value
from core.web.lab_runner import lab_recordings
from core.workshop.lab import guess_item, guess_of
from core.workshop.room import Room


def room_lab_guesses(room: Room, step: LabStep, station: LabStation) -> None:
    """Draws the bars."""
    answer, run = guess_of(step, station).answer, room.lab_runs.get(step.id)
    outcome = run.outcome if run else None
    value = outcome.figures.get(answer.figure, 0.0) if outcome else recorded_spread(answer, lab_recordings()).mean
    item = guess_item(step, station, axis_value(value, answer.unit))
    vote_bars(item, room.ballots_of(step.id), revealed=outcome is not None)
