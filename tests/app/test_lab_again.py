"""A run of the lab that its learner meets again: after a reload, in another tab, or by pressing twice."""

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.lab.events import Progress
from core.lab.runner.jobs import STOPPED, State
from core.web import lab_runner
from tests.app.pages import data_of, opened, press, ran
from tests.app.slow_runner import SlowRunner

LORA = "lora bits=fp32 rank=8 targets=q-v task=answer seed=10"
RANK_2 = LORA.replace("rank=8", "rank=2")


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> SlowRunner:
    slow = SlowRunner()
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    monkeypatch.setattr(session, "learner", lambda: session.Learner("7" * 64, lasting=True))
    return slow


def page(**knobs: str) -> AppTest:
    return opened("lab.py", {"station": "adapt", "run": "lora", **knobs})


def stops(test: AppTest) -> bool:
    return "lab.stop" in [button.key for button in test.button]


def test_run_goes_on_after_a_reload_and_can_be_stopped_there(runner: SlowRunner) -> None:
    press(page(), "lab.run")
    runner.put(LORA, State.RUNNING, progress=Progress("tuning", 30, 120))
    test = page()
    (bar,) = test.get("progress")
    assert bar.proto.text == "Tuning: 30 of 120"
    press(test, "lab.stop")
    assert runner.cancelled == [LORA]
    assert [one.value for one in test.warning] == [STOPPED]
    assert not stops(page())


def test_who_listens_hears_that_a_run_waits_and_then_that_it_runs(runner: SlowRunner) -> None:
    press(page(), "lab.run")
    runner.put(LORA, State.WAITING, place=2)
    assert data_of(page(), "announcement.lab")["words"] == "2 runs are ahead of yours."
    runner.put(LORA, State.RUNNING, progress=Progress("tuning", 30, 120))
    test = page()
    first = data_of(test, "announcement.lab")
    runner.put(LORA, State.RUNNING, progress=Progress("tuning", 60, 120))
    assert data_of(ran(test), "announcement.lab") == first
    assert first["words"] == "It runs. The result follows here."


def test_run_taken_up_after_a_reload_ends_with_its_own_result(runner: SlowRunner) -> None:
    press(page(), "lab.run")
    test = page()
    runner.put(LORA, State.FAILED, sentence="It failed.")
    assert [one.value for one in ran(test).warning] == ["It failed."]


def test_another_run_takes_the_place_of_one_begun_before_a_reload_or_in_another_tab(runner: SlowRunner) -> None:
    one = press(page(), "lab.run")
    other = press(page(rank="2"), "lab.run")
    assert runner.cancelled == [LORA]
    assert runner.views[RANK_2].state is State.RUNNING
    assert stops(other)
    assert not stops(ran(one))


def test_run_that_was_stopped_here_and_begun_again_in_another_tab_is_shown_and_stopped(runner: SlowRunner) -> None:
    one = press(press(page(), "lab.run"), "lab.stop")
    press(page(), "lab.run")
    assert stops(ran(one))
    press(one, "lab.stop")
    assert runner.cancelled == [LORA, LORA]


def test_run_pressed_again_while_it_goes_on_is_not_begun_anew(runner: SlowRunner) -> None:
    press(press(page(), "lab.run"), "lab.run")
    assert runner.cancelled == []
    assert runner.views[LORA].state is State.RUNNING


def test_page_of_somebody_else_shows_nothing_of_it(runner: SlowRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    press(page(), "lab.run")
    monkeypatch.setattr(session, "learner", lambda: session.Learner("8" * 64, lasting=True))
    assert not stops(page())


def test_page_that_is_only_read_starts_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_runner, "_STARTED", [])
    page()
    assert lab_runner.started_lab_runner() is None
