"""One run of the lab for a whole room: live when a worker is free, as recorded when none is. Asks the runner.

It is asked again and again while a room waits, by any screen of its host; a screen that comes back after the server
was restarted finds its way from here as well.
"""

from dataclasses import dataclass
from typing import Protocol

from core.lab.events import Progress, Said
from core.lab.result import Result, gather
from core.lab.runner.jobs import BusyError, State, View
from core.lab.settings import Setting
from core.lab.storage import Recordings
from core.workshop.lab_events import MOST_POINTS, MOST_SAMPLES, LabOutcome, LabReply

ROOM_SEED = 10
"""The world that rooms see: one whose models ship, so that nothing has to be trained first."""
WAITS_S, RUNS_S = 3.0, 40.0
"""How long a room waits for a worker to be free, and for a run to end, before it is shown the recorded run."""


class Runs(Protocol):
    """What is needed of a runner."""

    def submit(self, setting: Setting, owner: str, seconds: float) -> View:
        """Asks for a run."""

    def look(self, key: str) -> View | None:
        """How it stands."""

    def cancel(self, key: str, owner: str) -> None:
        """Takes the owner off it."""


@dataclass(frozen=True)
class Standing:
    """How a room's run stands: over, with its outcome, or how far it is and what it has told until now."""

    outcome: LabOutcome | None = None
    progress: Progress | None = None
    told: Result | None = None


def room_run(runs: Runs, recordings: Recordings, setting: Setting, room: str, waited_s: float) -> Standing:
    """How the run stands `waited_s` after the host pressed; the first to ask starts it."""
    view = runs.look(setting.key)
    recorded = recordings.run(setting)
    if view is None or view.state is State.CANCELLED:
        if recorded and waited_s > RUNS_S:
            return Standing(outcome_of(recorded, recorded=True))
        try:
            view = runs.submit(setting, f"room {room}", recordings.seconds(setting))
        except BusyError:
            return Standing(outcome_of(recorded, recorded=True) if recorded else None)
    if view.state is State.FINISHED and view.result:
        return Standing(outcome_of(view.result, recorded=False))
    if recorded and _takes_too_long(view, waited_s):
        runs.cancel(setting.key, f"room {room}")
        return Standing(outcome_of(recorded, recorded=True))
    return Standing(progress=view.progress, told=gather(setting, view.events))


def _takes_too_long(view: View, waited_s: float) -> bool:
    if view.state is State.FAILED:
        return True
    return waited_s > (WAITS_S if view.state is State.WAITING else RUNS_S)


def outcome_of(result: Result, *, recorded: bool) -> LabOutcome:
    """A result as a room keeps it: all figures, and curves and replies as far as they can be shown."""
    curves = {name: points[:: 1 + len(points) // MOST_POINTS] for name, points in result.curves.items()}
    replies = tuple(LabReply(who=said.who, prompt=said.prompt, reply=said.reply) for said in result.samples)
    return LabOutcome(
        recorded=recorded,
        seed=result.seed,
        figures=dict(result.figures),
        curves=curves,
        replies=replies[:MOST_SAMPLES],
    )


def result_of(outcome: LabOutcome, setting: Setting) -> Result:
    """The result that a room kept, as charts want it."""
    samples = tuple(Said(one.who, one.prompt, one.reply) for one in outcome.replies)
    return Result(setting.experiment, outcome.seed, setting.values, outcome.figures, outcome.curves, samples)
