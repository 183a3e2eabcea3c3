"""A run as the server knows it: who waits for it, how far it is, its events so far. Pure but for what it holds."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.lab.events import Event, Progress
from core.lab.result import Result
from core.lab.settings import Setting
from core.language.text import marked, nt, t

DIED = marked("The process that ran this ended before it was done. A new one was started; press run to try again.")
STUCK = marked(
    "This run took too long and was stopped. A new process was started; the recorded run shows what to expect."
)
NO_START = marked("Live runs cannot start on this machine; its log says why. You can still play the recorded run.")
STOPPED = marked("You stopped this run.")


class State(StrEnum):
    """Where a run is."""

    WAITING = "waiting"
    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


OVER = (State.FINISHED, State.CANCELLED, State.FAILED)


class BusyError(Exception):
    """No more runs are taken at the moment; the message says what to do.

    A page keeps it, and so it is said each time that it is shown, from a marked text.
    """

    def __str__(self) -> str:
        """The message in the language in force."""
        return t(str(self.args[0]))


class FullError(BusyError):
    """So many runs wait that no more are taken."""

    def __init__(self, waiting: int) -> None:
        super().__init__(waiting)
        self.waiting = waiting

    def __str__(self) -> str:
        """The message in the language in force."""
        return nt(
            "The lab is full: {n} run is waiting. Watch the recorded run now, or try again in a minute.",
            "The lab is full: {n} runs are waiting. Watch the recorded run now, or try again in a minute.",
            self.waiting,
        )


@dataclass(frozen=True)
class View:
    """What a page sees: `place` counts the runs before it, `events` are those so far."""

    key: str
    state: State
    place: int
    progress: Progress | None
    events: tuple[Event, ...]
    result: Result | None
    sentence: str


@dataclass(eq=False)
class Job:
    """One run, for one learner or for many."""

    setting: Setting
    seconds: float
    owners: set[str]
    state: State = State.WAITING
    progress: Progress | None = None
    events: list[Event] = field(default_factory=list)
    result: Result | None = None
    sentence: str = ""
    started: float = 0.0
    heard: float = 0.0
    cancelled: float | None = None
    """When it was asked to stop, if it was."""

    def take(self, event: Event, now: float) -> None:
        """Keeps an event; of progress only the latest."""
        self.heard = now
        if isinstance(event, Progress):
            self.progress = event
        else:
            self.events.append(event)

    def view(self, place: int) -> View:
        """What is to be seen of it now."""
        events = tuple(self.events)
        return View(self.setting.key, self.state, place, self.progress, events, self.result, self.sentence)
