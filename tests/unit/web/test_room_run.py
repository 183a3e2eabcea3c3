"""A room's run: live when a worker is free, as recorded when the lab is busy, late, or its worker died."""

from dataclasses import dataclass, field, replace

import pytest

from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Measured, Point, Progress
from core.lab.result import Result
from core.lab.runner.jobs import BusyError, State, View
from core.lab.settings import Setting
from core.lab.storage import load_recordings
from core.web.room_run import ROOM_SEED, RUNS_S, WAITS_S, outcome_of, result_of, room_run
from core.workshop.lab_events import MOST_POINTS, MOST_SAMPLES

RECORDINGS = load_recordings()
SETTING = EXPERIMENTS["tune"].setting(ROOM_SEED, {"examples": 10000, "lazy": 0.3})
RECORDED = RECORDINGS.run(SETTING)
assert RECORDED is not None
EVENTS = (Point("loss", 0, 2.0), Measured("held out", 0.5))
WAITING = View(SETTING.key, State.WAITING, 0, None, (), None, "")
RUNNING = replace(WAITING, state=State.RUNNING, progress=Progress("tuning", 20, 300), events=EVENTS)
FAILED = replace(WAITING, state=State.FAILED, sentence="The process ended.")
LIVE = Result("tune", ROOM_SEED, SETTING.values, {"held out": 0.5}, {}, ())


@dataclass
class Fake:
    """A runner in which a run stands as it is told to; asked for a new one, it gives `fresh` or refuses."""

    view: View | None = None
    fresh: View | None = None
    asked: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def submit(self, setting: Setting, owner: str, seconds: float) -> View:
        self.asked.append(owner)
        if self.fresh is None:
            raise BusyError("The lab is full.")
        return self.fresh

    def look(self, key: str, seen: int = 0) -> View | None:
        assert key == SETTING.key
        return self.view

    def cancel(self, key: str, owner: str) -> None:
        self.left.append(owner)


def test_the_first_screen_to_ask_starts_the_run_and_the_room_owns_it() -> None:
    fake = Fake(fresh=WAITING)
    standing = room_run(fake, RECORDINGS, SETTING, "ABC-234", 0.1)
    assert (standing.outcome, standing.progress, fake.asked) == (None, None, ["room ABC-234"])


def test_a_run_that_goes_on_tells_how_far_it_is_and_its_curve() -> None:
    standing = room_run(Fake(RUNNING), RECORDINGS, SETTING, "ABC-234", 1)
    assert standing.progress == Progress("tuning", 20, 300)
    assert standing.told is not None
    assert standing.told.curves == {"loss": ((0, 2.0),)}


def test_a_finished_run_is_the_rooms_own() -> None:
    finished = replace(RUNNING, state=State.FINISHED, result=LIVE)
    outcome = room_run(Fake(finished), RECORDINGS, SETTING, "ABC-234", 1).outcome
    assert outcome is not None
    assert (outcome.recorded, outcome.figures) == (False, {"held out": 0.5})


@pytest.mark.parametrize(
    ("fake", "waited_s"),
    [
        (Fake(), 0.1),
        (Fake(FAILED), 0.5),
        (Fake(WAITING), WAITS_S + 0.1),
        (Fake(RUNNING), RUNS_S + 0.1),
        (Fake(fresh=WAITING), RUNS_S + 0.1),
    ],
    ids=["full", "worker died", "no worker free", "too slow", "server came back late"],
)
def test_the_recorded_run_is_shown_instead(fake: Fake, waited_s: float) -> None:
    outcome = room_run(fake, RECORDINGS, SETTING, "ABC-234", waited_s).outcome
    assert outcome is not None
    assert outcome.recorded
    assert outcome.figures == RECORDED.figures  # type: ignore[union-attr] - it is there


def test_a_room_that_gives_up_a_run_leaves_it_to_others() -> None:
    fake = Fake(WAITING)
    room_run(fake, RECORDINGS, SETTING, "ABC-234", WAITS_S + 0.1)
    assert fake.left == ["room ABC-234"]


def test_an_outcome_is_small_and_becomes_the_result_again() -> None:
    points = tuple((float(x), 1.0) for x in range(5 * MOST_POINTS))
    large = replace(RECORDED, curves={"loss": points}, samples=RECORDED.samples * 9)  # type: ignore[type-var,union-attr] - it is there
    outcome = outcome_of(large, recorded=True)
    assert len(outcome.curves["loss"]) <= MOST_POINTS
    assert len(outcome.replies) == MOST_SAMPLES
    small = outcome_of(RECORDED, recorded=True)  # type: ignore[arg-type] - it is there
    again = result_of(small, SETTING)
    assert (again.figures, again.curves, again.samples) == (RECORDED.figures, RECORDED.curves, RECORDED.samples[:8])  # type: ignore[union-attr] - it is there
