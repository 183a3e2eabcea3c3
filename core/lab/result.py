"""The result of a run: its figures, curves and replies; several runs of one setting as means and bands. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, stdev
from typing import Any

from core.lab.events import Event, Measured, Point, Said
from core.lab.settings import Setting, Value

DIGITS = 4


@dataclass(frozen=True)
class Result:
    """A finished run. Curves are points (x, y) in the order in which they came."""

    experiment: str
    seed: int
    values: Mapping[str, Value]
    figures: Mapping[str, float]
    curves: Mapping[str, tuple[tuple[float, float], ...]]
    samples: tuple[Said, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain lists and dicts, with the figures and curves as `cut` rounds them."""
        return {
            "seed": self.seed,
            "values": dict(self.values),
            "figures": {name: cut(value) for name, value in self.figures.items()},
            "curves": {name: [[cut(x), cut(y)] for x, y in points] for name, points in self.curves.items()},
            "samples": [[said.who, said.prompt, said.reply] for said in self.samples],
        }


def cut(value: float) -> float:
    """A number with the digits that are worth keeping.

    >>> cut(0.123456), cut(121024.0)
    (0.1235, 121024.0)
    """
    return round(value, DIGITS)


def gather(setting: Setting, events: Iterable[Event]) -> Result:
    """The result of a run from its events; of a figure or a place on a curve that was told twice, the last."""
    figures: dict[str, float] = {}
    curves: dict[str, dict[float, float]] = {}
    samples: list[Said] = []
    for event in events:
        if isinstance(event, Measured):
            figures[event.figure] = event.value
        elif isinstance(event, Point):
            curves.setdefault(event.curve, {})[event.x] = event.y
        elif isinstance(event, Said):
            samples.append(event)
    points = {name: tuple(found.items()) for name, found in curves.items()}
    return Result(setting.experiment, setting.seed, setting.values, figures, points, tuple(samples))


def from_json(experiment: str, stored: Mapping[str, Any]) -> Result:
    """A result from what `as_json` made of it."""
    curves = {name: tuple((x, y) for x, y in points) for name, points in stored["curves"].items()}
    samples = tuple(Said(*said) for said in stored["samples"])
    return Result(experiment, stored["seed"], stored["values"], stored["figures"], curves, samples)


@dataclass(frozen=True)
class Spread:
    """A number over several seeds; `deviation` is the standard deviation, 0 for one seed."""

    mean: float
    deviation: float
    least: float
    most: float
    seeds: int


def spread(values: Sequence[float]) -> Spread:
    """Mean and spread of one number or more.

    >>> spread([0.25, 0.75])
    Spread(mean=0.5, deviation=0.3535533905932738, least=0.25, most=0.75, seeds=2)
    """
    deviation = stdev(values) if len(values) > 1 else 0.0
    return Spread(mean(values), deviation, min(values), max(values), len(values))


def figure_spreads(results: Sequence[Result]) -> dict[str, Spread]:
    """Each figure over the results that have it."""
    names = dict.fromkeys(name for result in results for name in result.figures)
    return {name: spread([r.figures[name] for r in results if name in r.figures]) for name in names}


def bands(results: Sequence[Result]) -> dict[str, tuple[tuple[float, Spread], ...]]:
    """Each curve over the results that have it: at each x the spread of y."""
    names = dict.fromkeys(name for result in results for name in result.curves)
    return {name: _band([dict(r.curves[name]) for r in results if name in r.curves]) for name in names}


def _band(curves: Sequence[Mapping[float, float]]) -> tuple[tuple[float, Spread], ...]:
    places = sorted({x for curve in curves for x in curve})
    return tuple((x, spread([curve[x] for curve in curves if x in curve])) for x in places)
