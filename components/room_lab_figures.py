"""What a run of the lab came to beside what a room had guessed, and what the recorded worlds came to."""

from statistics import median

from components.markup import number_row, show
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.lab.verdicts import recorded_spread
from core.lab_page.words import axis_value, ends_words, value_words
from core.language.text import t
from core.web.lab_runner import lab_recordings
from core.workshop.histogram import guesses
from core.workshop.lab import came_out, guess_of
from core.workshop.lab_events import LabOutcome
from core.workshop.room import Room


def room_lab_figures(room: Room, step: LabStep, station: LabStation, outcome: LabOutcome) -> None:
    """Draws the figures in a row."""
    answer, held = guess_of(step, station).answer, room.ballots_of(step.id)
    value, guessed = came_out(step, station, outcome), guesses(tuple(held[-1].picks.values()))
    told = "–" if value is None else value_words(value, answer.unit)
    spread = recorded_spread(answer, lab_recordings())
    ends = ends_words(spread, answer.unit).replace(" ", "\N{NO-BREAK SPACE}")  # stays together on a phone
    figures = [
        (told, t("what came out")),
        (f"{value_words(spread.mean, answer.unit)} {ends}".rstrip(), t("in the recorded worlds")),
    ]
    if guessed:
        scale = axis_value(1.0, answer.unit)
        figures.insert(0, (value_words(median(guessed) / scale, answer.unit, halves=True), t("the middle guess")))
    came = t("What came out: {value}", value=told)
    show(number_row(*figures, news=came))
