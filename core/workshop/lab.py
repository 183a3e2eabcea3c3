"""A run of the lab in a room: guesses first, then one run for everyone. Each act gives events, or refuses. Pure."""

from datetime import datetime, timedelta

from core.content.agendas import LabStep
from core.content.lab import Guess, LabKnob, LabRun, LabStation, Step, Unit
from core.language.text import in_sentence, marked, t
from core.quiz.guesses import LabGuess
from core.workshop.errors import WorkshopError
from core.workshop.events import Events
from core.workshop.host import begin, close_vote, step_on
from core.workshop.lab_events import LabOutcome, LabRan, LabStarted
from core.workshop.room import Room
from core.workshop.vote_events import BallotOpened

_UNITS = {
    Unit.PERCENT: "%",
    Unit.POINTS: marked("points"),
    Unit.TIMES: marked("times"),
    Unit.SECONDS: "s",
    Unit.BYTES: marked("bytes"),
    Unit.NATS: marked("nats"),
}


def open_guess(room: Room, step_id: str, now: datetime) -> Events:
    """Opens the room's guess, once.

    Raises:
        WorkshopError: the step is not on or is no run of the lab, or the guesses are in.
    """
    step = _current(room, step_id)
    held = room.ballots_of(step.id)
    if held and held[-1].is_open(now):
        return ()
    if held or step.id in room.lab_runs:
        raise WorkshopError(t("The guesses are in. Run it now."))
    closes = now + timedelta(seconds=step.seconds)
    opened = BallotOpened(at=now, ballot=room.next_ballot_id(step.id), step=step.id, closes=closes)
    return (*begin(room, now), *close_vote(room, now), opened)


def start_run(room: Room, step_id: str, now: datetime) -> Events:
    """Has the experiment run; guesses that are still open end.

    Raises:
        WorkshopError: the step is not on or is no run of the lab, or nobody was asked for a guess.
    """
    step = _current(room, step_id)
    if step.id in room.lab_runs:
        return ()
    if not room.ballots_of(step.id):
        raise WorkshopError(t("Guesses come first. Open the guess, then run it."))
    return (*close_vote(room, now), LabStarted(at=now, step=step.id))


def stations_to_come(room: Room) -> frozenset[str]:
    """The stations of the lab whose results the room has yet to guess."""
    steps = (step for step in room.steps if isinstance(step, LabStep))
    return frozenset(step.station for step in steps if step.id not in room.lab_runs)


def is_running(room: Room) -> bool:
    """Whether the experiment of the current step has begun and its outcome is still awaited."""
    run = room.lab_runs.get(room.step_id)
    return run is not None and run.outcome is None


def finish_run(room: Room, step_id: str, outcome: LabOutcome, now: datetime) -> Events:
    """Puts the outcome on all screens; only the first one brought counts, and none in a closed room."""
    run = room.lab_runs.get(step_id)
    if room.closed or run is None or run.outcome is not None:
        return ()
    return (LabRan(at=now, step=step_id, outcome=outcome),)


def guess_of(step: LabStep, station: LabStation) -> Guess:
    """What the room guesses: the step's own question, or the station's."""
    return step.guess or station.guess


def came_out(step: LabStep, station: LabStation, outcome: LabOutcome) -> float | None:
    """The figure that was guessed, as the run gives it; None where the content has asked for another one since."""
    return outcome.figures.get(guess_of(step, station).answer.figure)


def guess_bounds(guess: Guess) -> tuple[float, float] | None:
    """The lowest and the highest number that a guess can be; only a share has them: 0 to 100."""
    return (0.0, 100.0) if guess.answer.unit is Unit.PERCENT else None


def guess_item(step: LabStep, station: LabStation, answer: float) -> LabGuess:
    """The guess as an item of the bank; `answer` is as people read it: 35 for 35 %, not 0.35."""
    guess = guess_of(step, station)
    return LabGuess(
        kind="number",
        id=step.id,
        source=station.source,
        node=station.node,
        claims=tuple(verdict.claim for verdict in station.verdicts),
        question=guess.question,
        explanation=guess.because,
        answer=answer,
        unit=t(_UNITS.get(guess.answer.unit, "")),
    )


def run_of(step: LabStep, station: LabStation) -> LabRun:
    """The experiment that answers the guess."""
    named = guess_of(step, station).answer.run
    return next(run for run in station.runs if run.id == named)


def knobs_said(step: LabStep, station: LabStation) -> str:
    """The knobs of the run, as a sentence; empty when the guess leaves all of them at their defaults."""
    moved = guess_of(step, station).answer.knobs
    knobs = [knob for knob in run_of(step, station).knobs if knob.id in moved]
    settings = ", ".join(_setting(knob, moved[knob.id]) for knob in knobs)
    return t("With {settings}.", settings=settings) if knobs else ""


def _setting(knob: LabKnob, at: Step) -> str:
    label = knob.label_of(at)
    return knob.said.replace("{at}", label) if knob.said else f"{in_sentence(knob.title)}: {label}"


def _current(room: Room, step_id: str) -> LabStep:
    step = step_on(room, step_id)
    if not isinstance(step, LabStep):
        raise WorkshopError(t("This step has nothing to run. Go to one that does."))
    return step
