"""Experiments run from the weights that ship, tell what they do, and come out as recorded."""

import time
from itertools import islice

import numpy as np
import pytest

from core.lab.catalogue import EXPERIMENTS, STATIONS, experiments_of
from core.lab.events import Measured, Point, Progress, Said
from core.lab.measure import Speaker, all_questions, exact, facts_completed, reading_pairs
from core.lab.model import Shape
from core.lab.pretrain import in_half_precision
from core.lab.record import measured, take
from core.lab.settings import BadSettingError, Setting
from core.lab.shelf import Shelf
from core.lab.storage import RECORDED_SEEDS, load_recordings, save_recordings, save_weights, shipped_weights
from core.lab.world import make_world, rng_for

SHELF = Shelf(shipped_weights)
TRAINED = [name for name in EXPERIMENTS if name not in ("bits", "few-shot", "stale", "stuffing")]


def test_the_seven_stations_have_all_experiments_between_them() -> None:
    assert STATIONS == ("pre-train", "tune", "adapt", "align", "inform", "traps", "scale")
    assert sum(len(experiments_of(station)) for station in STATIONS) == len(EXPERIMENTS)


@pytest.mark.parametrize("name", TRAINED)
def test_a_training_tells_its_progress_from_the_first_step(name: str) -> None:
    setting = EXPERIMENTS[name].setting(10)
    events = list(islice(EXPERIMENTS[name].run(setting, SHELF, time.perf_counter), 12))
    told = [event for event in events if isinstance(event, Progress)]
    assert [event.done for event in told[:3]] == sorted(event.done for event in told[:3])
    assert all(event.total > 3 for event in told)


@pytest.mark.parametrize(("name", "values"), [("few-shot", {}), ("shift", {}), ("tune", {"examples": 20})])
def test_a_sample_of_runs_comes_out_as_recorded(name: str, values: dict[str, int]) -> None:
    setting = EXPERIMENTS[name].setting(10, values)
    recorded = load_recordings().run(setting)
    assert recorded is not None
    again = measured(setting, EXPERIMENTS[name], SHELF, time.perf_counter)
    assert set(again.figures) - {"seconds"} == set(recorded.figures) - {"seconds"}
    for figure, value in recorded.figures.items():
        if figure != "seconds":
            assert again.figures[figure] == pytest.approx(value, abs=0.12), figure
    assert {name: len(points) for name, points in again.curves.items()} == {
        name: len(points) for name, points in recorded.curves.items()
    }


def test_a_run_is_repeated_to_the_bit() -> None:
    setting = EXPERIMENTS["tune"].setting(11, {"examples": 10})
    runs = [measured(setting, EXPERIMENTS["tune"], SHELF, lambda: 0.0) for _ in range(2)]
    assert runs[0] == runs[1]


def test_a_run_tells_figures_points_and_words() -> None:
    events = list(EXPERIMENTS["few-shot"].run(EXPERIMENTS["few-shot"].setting(10), SHELF, time.perf_counter))
    assert {type(event) for event in events} == {Measured, Point, Said}


@pytest.mark.parametrize("seed", RECORDED_SEEDS)
def test_shipped_weights_are_trained_for_their_world(seed: int) -> None:
    world, shape = make_world(seed), Shape()
    base, reader = (shipped_weights(kind, seed) for kind in ("base", "reader"))
    assert base is not None
    assert reader is not None
    assert facts_completed(Speaker(shape, base), world.facts) > 0.95
    held = all_questions(world.facts_of(world.held_out))[::4]
    assert exact(Speaker(shape, reader), held) > 0.7
    assert exact(Speaker(shape, reader), reading_pairs(rng_for(seed, "test"), 40, 2)) > 0.7


def test_weights_lose_nothing_on_disk(tmp_path) -> None:
    weights = in_half_precision({"0.q": np.random.default_rng(0).standard_normal((8, 8)).astype(np.float32)})
    save_weights("base", 3, weights, tmp_path)
    again = shipped_weights("base", 3, tmp_path)
    assert again is not None
    np.testing.assert_array_equal(again["0.q"], weights["0.q"])
    assert shipped_weights("base", 4, tmp_path) is None


def test_recordings_come_back_as_they_were_saved(tmp_path) -> None:
    setting = EXPERIMENTS["few-shot"].setting(10)
    result = measured(setting, EXPERIMENTS["few-shot"], SHELF, lambda: 0.0)
    save_recordings("few-shot", [result], tmp_path)
    again = load_recordings(tmp_path).run(setting)
    assert again is not None
    assert again.samples == result.samples
    assert again.figures == pytest.approx(result.figures, abs=1e-4)
    assert load_recordings(tmp_path).of(EXPERIMENTS["few-shot"].setting(10, {"examples": 1})) == ()


def test_dpo_at_beta_zero_is_refused_with_a_sentence() -> None:
    setting = EXPERIMENTS["align"].setting(10, {"beta": 0.0})
    with pytest.raises(BadSettingError, match="DPO learns nothing at beta=0"):
        next(EXPERIMENTS["align"].run(setting, SHELF, time.perf_counter))


def test_a_shelf_trains_a_model_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    shelf = Shelf(lambda kind, seed: made.append(kind) or shipped_weights(kind, seed))
    assert take(shelf.reader(10)) is take(shelf.reader(10))
    assert made == ["reader"]


def test_a_key_does_not_depend_on_the_order_of_knobs() -> None:
    one = Setting("tune", 10, {"examples": 5, "lazy": 0.3})
    assert one.key == Setting("tune", 10, {"lazy": 0.3, "examples": 5}).key == "tune examples=5 lazy=0.3 seed=10"
