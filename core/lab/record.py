"""Recording: every setting that ships, in the worlds of the recorded seeds; and the weights that runs start from."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

from core.lab.events import Progress
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.result import Result, gather
from core.lab.settings import Setting
from core.lab.shelf import Shelf
from core.lab.storage import RECORDED_SEEDS, save_recordings, save_weights, shipped_weights

T = TypeVar("T")


def record_weights() -> Iterator[Path]:
    """Trains and writes the base, the reader and the assistant of each recorded seed; yields each file."""
    shelf = Shelf()
    for seed in RECORDED_SEEDS:
        yield save_weights("base", seed, take(shelf.base(seed)).weights)
        yield save_weights("reader", seed, take(shelf.reader(seed)))
        yield save_weights("assistant", seed, take(shelf.assistant(seed)))


def take(making: Generator[Progress, None, T]) -> T:
    """What a training makes, its progress passed over."""
    while True:
        try:
            next(making)
        except StopIteration as made:
            finished: T = made.value
            return finished


def record(experiment: Experiment, clock: Clock) -> Path:
    """Runs every setting of an experiment that ships, in every recorded world, and writes the file."""
    shelf = Shelf(shipped_weights)
    results = [
        measured(setting, experiment, shelf, clock)
        for seed in RECORDED_SEEDS[: experiment.worlds]
        for setting in experiment.settings_to_record(seed)
    ]
    return save_recordings(experiment.id, results)


def measured(setting: Setting, experiment: Experiment, shelf: Shelf, clock: Clock) -> Result:
    """One run from its beginning to its end."""
    return gather(setting, experiment.run(setting, shelf, clock))
