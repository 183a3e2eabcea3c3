"""The lab's page without a browser: guess, run, cancel, recorded, refused, knobs, address, joins."""

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Point, Progress
from core.lab.result import Result
from core.lab.runner.jobs import DIED, STOPPED, State
from core.lab.storage import load_recordings
from core.web import lab_runner
from tests.app.pages import address, data_of, opened, press, ran
from tests.app.slow_runner import SlowRunner
from tests.read_once import load_content

PAGE = "lab.py"
GIVEN_UP, GONE_ON = ("quiz-up.press", "quiz-turn.press"), ("quiz-not.press", "quiz-on.press")
"""The buttons of a question that show its answer, and those that leave it."""
TUNE = "tune examples=10000 lazy=0.3 wrong=0.0 seed=10"
CONTENT = load_content()
RECORDINGS = load_recordings()
each_run = pytest.mark.parametrize(
    ("station", "run"), [(station.id, run.id) for station in CONTENT.lab for run in station.runs]
)


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> SlowRunner:
    slow = SlowRunner()
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    return slow


@pytest.fixture
def real_runner(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(lab_runner, "_STARTED", [])
    yield
    lab_runner.close_lab_runner()


def page(**params: str) -> AppTest:
    return opened(PAGE, dict(params))


def said(test: AppTest) -> str:
    drawn = [e.proto.body for e in test.get("html") if "<style" not in e.proto.body]
    return "\n".join(drawn).replace("\N{NO-BREAK SPACE}", " ")


def guessed(test: AppTest, station: str, guess: float, how: str) -> AppTest:
    test.slider(key=f"lab-guess.{station}.value").set_value(guess)
    return press(test, f"lab-guess.{station}.{how}")


def result(key: str, held: float) -> Result:
    setting = EXPERIMENTS["tune"].setting(10, {"examples": 10000, "lazy": 0.3})
    assert setting.key == key
    return Result("tune", 10, setting.values, {"held out": held}, {"held out": ((0.0, 0.0), (300.0, held))}, ())


def test_newcomer_meets_a_guess_and_no_answer(runner: SlowRunner) -> None:
    test = page()
    text = said(test)
    assert "<h1>Teach it to answer</h1>" in text
    assert "how many of 100 questions about new dishes" in text
    assert "121,024" in text
    assert "What holds." not in text
    assert [one.label for one in test.button if one.proto.type == "primary"] == ["Run it and see"]


def test_guess_is_run_and_its_outcome_told_when_the_run_is_done(runner: SlowRunner) -> None:
    test = guessed(page(), "tune", 70, "run")
    assert address(test) == {"station": ["tune"], "run": ["tune"], "examples": ["10000"], "lazy": ["0.3"]}
    assert "You guessed" not in said(test)
    runner.put(TUNE, State.FINISHED, result=result(TUNE, 0.38))
    text = said(ran(test))
    assert "<b>38 %</b><strong>You guessed 70 %. 32 points too high.</strong>" in text
    assert "Live: run on this server, in world 10." in text
    assert "A lazy answer is always the same words" in text
    assert "Shown here" in text


def test_run_that_goes_on_shows_how_far_it_is_and_gives_nothing_away(runner: SlowRunner) -> None:
    test = guessed(page(), "tune", 70, "run")
    events = (Point("held out", 0, 0.0), Point("held out", 20, 0.15))
    runner.put(TUNE, State.RUNNING, progress=Progress("tuning", 30, 300), events=events)
    ran(test)
    (bar,) = test.get("progress")
    assert (bar.proto.text, bar.proto.value) == ("Tuning: 30 of 300", 10)
    data = data_of(test, "curve.lab.tune.0")
    assert data["finding"] == ""
    assert "spread" not in data["svgs"][0]
    assert "Recorded:" not in said(test)
    assert "What holds." not in said(test)


def test_recorded_run_answers_the_guess_at_once(runner: SlowRunner) -> None:
    text = said(guessed(page(station="traps"), "traps", 60, "replay"))
    assert "<b>0 %</b><strong>You guessed 60 %. 60 points too high.</strong>" in text
    assert "Recorded: 5 worlds" in text
    assert runner.views == {}


def test_guess_can_be_skipped_and_is_asked_once_a_station(runner: SlowRunner) -> None:
    test = press(page(station="adapt"), "lab-guess.adapt.skip")
    assert "You guessed" not in said(test)
    assert "What holds." in said(test)
    test.button_group(key="lab-chooser.station").set_value("tune").run()
    assert "Guess first" in said(test)
    test.button_group(key="lab-chooser.station").set_value("adapt").run()
    assert "Guess first" not in said(test)


def test_stop_ends_the_run_and_the_recorded_one_stands_there(runner: SlowRunner) -> None:
    test = press(guessed(page(), "tune", 70, "run"), "lab.stop")
    assert runner.cancelled == [TUNE]
    assert [one.value for one in test.warning] == [STOPPED]
    assert "Recorded: 5 worlds" in said(test)


def test_run_that_others_wait_for_is_stopped_for_whoever_stops_it(runner: SlowRunner) -> None:
    runner.goes_on = True
    test = press(guessed(page(), "tune", 70, "run"), "lab.stop")
    assert [one.value for one in test.warning] == [STOPPED]
    assert "Recorded: 5 worlds" in said(test)
    press(test, "lab.run")
    assert [button.key for button in test.button if button.key == "lab.stop"]


def test_dead_worker_is_told_and_run_can_be_pressed_again(runner: SlowRunner) -> None:
    test = guessed(page(), "tune", 70, "run")
    runner.put(TUNE, State.FAILED, sentence=DIED)
    assert [one.value for one in ran(test).warning] == [DIED]
    press(test, "lab.run")
    assert runner.views[TUNE].state is State.RUNNING


def test_full_lab_says_so_and_shows_the_recorded_run(runner: SlowRunner) -> None:
    runner.busy = True
    test = guessed(page(), "tune", 70, "run")
    assert "The lab is full: 9 runs are waiting." in test.warning[0].value
    assert "Recorded: 5 worlds" in said(test)
    assert "You guessed 70 %" in said(test)


def test_moving_a_knob_stops_the_run_and_goes_into_the_address(runner: SlowRunner) -> None:
    test = press(page(station="adapt", run="lora"), "lab.run")
    test.button_group(key="lab-knob.lora.rank").set_value(2).run()
    assert runner.cancelled == ["lora bits=fp32 rank=8 targets=q-v task=answer seed=10"]
    assert address(test) == {"station": ["adapt"], "run": ["lora"], "rank": ["2"]}
    test.button_group(key="lab-knob.world").set_value(12).run()
    assert address(test)["seed"] == ["12"]
    test.button_group(key="lab-run.adapt").set_value("bits").run()
    assert address(test) == {"station": ["adapt"], "run": ["bits"], "seed": ["12"]}
    assert "Down the bits" not in [one.value for one in test.warning]


def test_combination_that_was_not_recorded_says_so_and_can_be_run(runner: SlowRunner) -> None:
    test = page(station="adapt", run="lora", rank="16", bits="int3", seed="20")
    text = said(test)
    assert "This combination was not recorded. Run it live to see it." in text
    assert "No base model ships for this world, so one is trained first." in text
    assert not [e for e in test.get("bidi_component") if "curve.lab" in e.proto.id]


def test_unknown_values_are_said_and_passed_over(runner: SlowRunner) -> None:
    test = page(station="adapt", run="lora", rank="7")
    assert test.warning[0].value == "rank=7 is not a step of this knob; choose one of 1, 2, 4, 8, 16, 32."
    assert test.button_group(key="lab-knob.lora.rank").value == 8


@each_run
def test_every_run_opens_with_its_curves_and_their_numbers(runner: SlowRunner, station: str, run: str) -> None:
    test = page(station=station, run=run)
    assert not test.warning
    test.session_state[f"lab.{run}.numbers"] = True
    text = said(ran(test))
    assert "<table" in text
    assert 'class="ll-figs"' in text
    assert data_of(test, f"curve.lab.{run}.0")["finding"].startswith("From left to right")


def test_code_that_runs_can_be_read_with_its_command(runner: SlowRunner) -> None:
    test = page(station="adapt", run="lora", rank="2")
    test.session_state["lab.source"] = True
    shown = [one.value for one in ran(test).code]
    assert "python -m core lab lora rank=2 targets=q-v bits=fp32 task=answer --seed 10" in shown
    assert any("def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:" in one for one in shown)


def test_every_claim_of_a_station_has_its_verdict_with_figures(runner: SlowRunner) -> None:
    for station in CONTENT.lab:
        text = said(page(station=station.id, run=station.runs[0].id))
        assert text.count("ll-claim") == len(station.verdicts)
        assert "{" not in text.partition("The chapter's claims")[2]


def test_scaling_marks_the_run_among_all_sizes(runner: SlowRunner) -> None:
    data = data_of(page(station="scale", run="scaling"), "curve.lab.compute")
    assert "this run" in data["svgs"][0]


def test_step_of_the_pipeline_opens_its_station(runner: SlowRunner) -> None:
    labels = [one.proto.label for one in opened("pipeline.py", {"step": "sft"}).get("page_link")]
    assert "Run it: Teach it to answer" in labels


def test_question_that_a_station_shows_leads_there_after_its_answer(runner: SlowRunner) -> None:
    test = press(opened("quick_fire.py", {"way": "drill", "set": "node:rlhf-dpo", "n": "20"}), "drill-choice.start")
    found: set[str] = set()
    while "Run it in the lab" not in found:  # the questions come in any order; one of them has a station
        assert "Run it in the lab" not in labels(test)
        press(test, next(key for key in GIVEN_UP if key in {button.key for button in test.button}))
        found |= labels(test)
        press(test, next(key for key in GONE_ON if key in {button.key for button in test.button}))


def labels(test: AppTest) -> set[str]:
    return {one.proto.label for one in test.get("page_link")}


def test_page_starts_a_real_run_and_ends_with_its_result(real_runner: None) -> None:
    test = guessed(page(station="traps"), "traps", 60, "run")
    end = time.perf_counter() + 25
    while "Live: run on this server" not in said(test):
        assert time.perf_counter() < end, said(test)[-400:]
        time.sleep(0.1)
        ran(test)
    recorded = RECORDINGS.of(EXPERIMENTS["forgetting"].setting(10))
    assert len(recorded) == 5
    assert "You guessed 60 %." in said(test)
