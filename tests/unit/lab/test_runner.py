"""The queue and its workers: joined, kept, cancelled, killed, silent, full."""

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from core.lab.catalogue import EXPERIMENTS
from core.lab.result import Result
from core.lab.runner.jobs import DIED, NO_START, OVER, STOPPED, STUCK, BusyError, State, View
from core.lab.runner.process import WorkerProcess
from core.lab.runner.runner import Limits, Runner
from core.lab.settings import Setting

LIMITS = Limits(queued=10, run=30, silence=1, cancel=0.5, kept=3, look=0.05)
QUICK = "tests.unit.lab.quick_worker"


def setting(name: str, seed: int = 0) -> Setting:
    return Setting(name, seed, {"examples": 500})


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    end = time.perf_counter() + seconds
    while not condition():
        assert time.perf_counter() < end, "nothing happened"
        time.sleep(0.005)


def look(runner: Runner, key: str) -> View:
    view = runner.look(key)
    assert view is not None
    return view


def wait_until_over(runner: Runner, key: str) -> View:
    wait_for(lambda: look(runner, key).state in OVER)
    return look(runner, key)


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner(1, time.perf_counter, LIMITS, lambda: WorkerProcess(QUICK))
    yield made
    made.close()


def test_a_run_is_streamed_and_leaves_its_result(runner: Runner) -> None:
    key = runner.submit(setting("quick"), "ann", 1).key
    view = wait_until_over(runner, key)
    assert view.state is State.FINISHED
    assert isinstance(view.result, Result)
    assert view.result.figures == {"held out": 0.9}
    assert view.result.curves["loss"] == ((0, 1), (1, 1 / 2), (2, 1 / 3))
    assert look(runner, key).events[3:] == view.events[3:]


def test_equal_runs_are_joined_and_a_finished_one_is_there_at_once(runner: Runner) -> None:
    views = [runner.submit(setting("quick"), f"learner {n}", 1) for n in range(30)]
    assert len({view.key for view in views}) == 1
    wait_until_over(runner, views[0].key)
    assert runner.submit(setting("quick"), "late", 1).state is State.FINISHED


def test_who_waits_sees_the_place_in_the_queue(runner: Runner) -> None:
    keys = [runner.submit(setting("long", seed), f"learner {seed}", 1).key for seed in range(3)]
    wait_for(lambda: look(runner, keys[0]).state is State.RUNNING)
    assert [look(runner, key).place for key in keys[1:]] == [0, 1]
    assert look(runner, keys[2]).state is State.WAITING


def test_one_learner_has_one_run(runner: Runner) -> None:
    runner.submit(setting("long"), "ann", 1)
    with pytest.raises(BusyError, match="You already have a run in progress"):
        runner.submit(setting("quick"), "ann", 1)


def test_a_learners_run_is_found_until_it_is_over_or_left(runner: Runner) -> None:
    assert runner.going("ann") is None
    long = runner.submit(setting("long"), "ann", 1)
    quick = runner.submit(setting("quick"), "bob", 1)
    assert (runner.going("ann"), runner.going("bob")) == (long.key, quick.key)
    runner.cancel(long.key, "ann")
    assert runner.going("ann") is None
    wait_until_over(runner, quick.key)
    assert runner.going("bob") is None


def test_a_full_queue_says_what_to_do(runner: Runner) -> None:
    first = runner.submit(setting("long"), "a", 6)
    wait_for(lambda: look(runner, first.key).state is State.RUNNING)
    runner.submit(setting("long", 1), "b", 6)
    with pytest.raises(BusyError, match=r"The lab is full: 1 run is waiting\. Watch the recorded run now"):
        runner.submit(setting("long", 2), "c", 6)


def test_a_run_is_cancelled_while_it_runs_and_while_it_waits(runner: Runner) -> None:
    running, waiting = (runner.submit(setting("long", seed), f"learner {seed}", 1).key for seed in range(2))
    wait_for(lambda: look(runner, running).progress)
    runner.cancel(waiting, "learner 1")
    assert look(runner, waiting).state is State.CANCELLED
    started = time.perf_counter()
    runner.cancel(running, "learner 0")
    view = wait_until_over(runner, running)
    assert (view.state, view.sentence) == (State.CANCELLED, STOPPED)
    assert time.perf_counter() - started < 0.5


def test_a_run_goes_on_while_somebody_waits_for_it(runner: Runner) -> None:
    key = runner.submit(setting("long"), "ann", 1).key
    runner.submit(setting("long"), "bob", 1)
    wait_for(lambda: look(runner, key).progress)
    runner.cancel(key, "ann")
    assert wait_until_over(runner, key).state is State.FINISHED


def test_a_cancelled_run_can_be_started_again(runner: Runner) -> None:
    key = runner.submit(setting("long"), "ann", 1).key
    runner.cancel(key, "ann")
    wait_until_over(runner, key)
    runner.submit(setting("long"), "ann", 1)
    assert wait_until_over(runner, key).state is State.FINISHED


def test_a_run_that_was_just_stopped_can_be_started_again_before_its_worker_has_heard(runner: Runner) -> None:
    key = runner.submit(setting("long"), "ann", 1).key
    wait_for(lambda: look(runner, key).progress)
    runner.cancel(key, "ann")
    runner.submit(setting("long"), "bob", 1)
    assert wait_until_over(runner, key).state is State.FINISHED


def test_a_cancel_that_is_written_late_stops_no_other_run() -> None:
    class Late(WorkerProcess):
        def cancel(self) -> None:
            time.sleep(0.3)  # the run is over by then
            super().cancel()

    runner = Runner(1, time.perf_counter, LIMITS, lambda: Late(QUICK))
    try:
        short, long = (runner.submit(setting(name), name, 1).key for name in ("short", "long"))
        wait_for(lambda: look(runner, short).state is State.RUNNING)
        runner.cancel(short, "short")
        assert wait_until_over(runner, long).state is State.FINISHED
    finally:
        runner.close()


def test_a_process_that_cannot_be_made_is_told_and_tried_again() -> None:
    started = []

    def start() -> WorkerProcess:
        started.append(1)
        if len(started) == 1:
            raise OSError("no memory for a process")
        return WorkerProcess(QUICK)

    runner = Runner(1, time.perf_counter, LIMITS, start)
    try:
        wait_for(lambda: len(started) == 2)
        assert wait_until_over(runner, runner.submit(setting("quick"), "ann", 1).key).state is State.FINISHED
    finally:
        runner.close()


def test_a_killed_worker_costs_its_run_alone_fifty_times(runner: Runner) -> None:
    for seed in range(50):
        key = runner.submit(setting("long", seed), "ann", 1).key
        wait_for(lambda key=key: look(runner, key).progress)
        os.kill(runner.pids()[0], signal.SIGKILL)
        view = wait_until_over(runner, key)
        assert (view.state, view.sentence) == (State.FAILED, DIED)
    key = runner.submit(setting("quick"), "ann", 1).key
    assert wait_until_over(runner, key).state is State.FINISHED


def test_a_silent_worker_is_replaced_and_the_learner_told(runner: Runner) -> None:
    key = runner.submit(setting("silent"), "ann", 1).key
    view = wait_until_over(runner, key)
    assert (view.state, view.sentence) == (State.FAILED, STUCK)
    assert wait_until_over(runner, runner.submit(setting("quick"), "ann", 1).key).state is State.FINISHED


def test_a_worker_that_does_not_hear_a_cancel_is_killed(runner: Runner) -> None:
    key = runner.submit(setting("deaf"), "ann", 1).key
    wait_for(lambda: look(runner, key).progress)
    runner.cancel(key, "ann")
    assert wait_until_over(runner, key).state is State.CANCELLED
    assert wait_until_over(runner, runner.submit(setting("quick"), "ann", 1).key).state is State.FINISHED


def test_a_refusal_reaches_the_learner(runner: Runner) -> None:
    view = wait_until_over(runner, runner.submit(setting("refused"), "ann", 1).key)
    assert (view.state, view.sentence) == (State.FAILED, "DPO learns nothing at beta=0.")


def test_only_the_latest_finished_runs_are_kept(runner: Runner) -> None:
    keys = []
    for seed in range(6):
        keys.append(runner.submit(setting("quick", seed), "ann", 1).key)
        wait_until_over(runner, keys[-1])
    assert [runner.look(key) is not None for key in keys] == [False, False, False, True, True, True]


def test_closing_leaves_no_process_behind() -> None:
    runner = Runner(2, time.perf_counter, LIMITS, lambda: WorkerProcess(QUICK))
    wait_for(lambda: len(runner.pids()) == 2)
    pids = runner.pids()
    runner.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_that_does_not_start_is_told_and_not_started_all_the_time() -> None:
    started = []
    runner = Runner(1, time.perf_counter, LIMITS, lambda: started.append(1) or WorkerProcess("tests.unit.lab.nowhere"))
    try:
        view = wait_until_over(runner, runner.submit(setting("quick"), "ann", 1).key)
    finally:
        runner.close()
    assert (view.state, view.sentence) == (State.FAILED, NO_START)
    assert len(started) < 4


def test_a_real_worker_runs_a_real_experiment() -> None:
    runner = Runner(1, time.perf_counter)
    try:
        key = runner.submit(EXPERIMENTS["few-shot"].setting(10), "ann", 1).key
        wait_for(lambda: look(runner, key).state in OVER, 60)
        result = look(runner, key).result
    finally:
        runner.close()
    assert result is not None
    assert result.figures["catalogue 4"] > 0.9
