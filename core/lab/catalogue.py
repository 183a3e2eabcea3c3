"""All experiments, by the station that they belong to. Pure."""

from core.lab.experiments import (
    align,
    bits,
    distil,
    few_shot,
    forgetting,
    leakage,
    lora,
    pre_train,
    scaling,
    shift,
    stale,
    stuffing,
    style,
    tune,
)
from core.lab.experiments.experiment import Experiment

_MODULES = (
    pre_train,
    tune,
    lora,
    bits,
    align,
    stale,
    stuffing,
    few_shot,
    style,
    forgetting,
    leakage,
    shift,
    distil,
    scaling,
)
EXPERIMENTS: dict[str, Experiment] = {module.EXPERIMENT.id: module.EXPERIMENT for module in _MODULES}
STATIONS: tuple[str, ...] = tuple(dict.fromkeys(experiment.station for experiment in EXPERIMENTS.values()))


def experiments_of(station: str) -> tuple[Experiment, ...]:
    """The experiments of a station, the one that it opens with first.

    >>> [experiment.id for experiment in experiments_of("adapt")]
    ['lora', 'bits']
    """
    return tuple(experiment for experiment in EXPERIMENTS.values() if experiment.station == station)
