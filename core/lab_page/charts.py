"""A run's curves as charts before the band of recorded worlds, with the same in words and in rows. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from core.content.lab import LabCurve, LabRun, Unit
from core.curve.curve import Axis, Curve, Dash, Line, value_at
from core.lab.result import Result, Spread, bands
from core.lab_page.words import axis_unit, axis_value, spread_words, value_words
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.nice_numbers import nice_ticks

_DASHES = (Dash.SOLID, Dash.DASH, Dash.DOT)
_FEW = 7
_TITLES = {Unit.PERCENT: marked("of 100"), Unit.NATS: marked("nats a word")}
BandPoints = tuple[tuple[float, Spread], ...]
Ends = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Traced:
    """One curve: how it is named and drawn, its points in the run that is shown, and those of the recorded worlds."""

    named: LabCurve
    dash: Dash
    points: tuple[tuple[float, float], ...]
    recorded: BandPoints

    @property
    def places(self) -> list[float]:
        """Every x that it has, in order."""
        return sorted({x for x, _ in (*self.points, *self.recorded)})

    @property
    def ends(self) -> Ends | None:
        """Its first and its last point: of the run that is shown, else of the recorded mean."""
        points = self.points or tuple((x, spread.mean) for x, spread in self.recorded)
        return (points[0], points[-1]) if points else None


@dataclass(frozen=True)
class LabChart:
    """A chart, what it shows in one sentence, and its rows; the first row is the head."""

    curve: Curve
    finding: str
    rows: tuple[tuple[str, ...], ...]


def charts_of(
    run: LabRun, shown: Result | None, recorded: Sequence[Result], with_band: bool = True
) -> tuple[LabChart, ...]:
    """A chart for each unit that the run's curves have, shares first.

    `shown` may be unfinished. Without the band the recorded worlds still say how far the axes reach, so that a run
    that goes on grows into a chart that stands still.
    """
    behind = bands(recorded)
    traced = [
        Traced(named, dash, _points(shown, named.curve), behind.get(named.curve, ()))
        for named, dash in _dashed(run.curves)
    ]
    present = sorted((one for one in traced if one.places), key=lambda one: one.named.unit is not Unit.PERCENT)
    groups = (tuple(group) for _, group in groupby(present, key=lambda one: (one.named.unit, one.named.x)))
    return tuple(_chart(run, group, with_band) for group in groups)


def _points(shown: Result | None, curve: str) -> tuple[tuple[float, float], ...]:
    return tuple(sorted(shown.curves.get(curve, ()))) if shown else ()


def _dashed(curves: Iterable[LabCurve]) -> list[tuple[LabCurve, Dash]]:
    """Each curve with a style of line that none of its unit has."""
    seen: dict[Unit, int] = {}
    found = []
    for curve in curves:
        number = seen.get(curve.unit, 0)
        seen[curve.unit] = number + 1
        found.append((curve, _DASHES[number % len(_DASHES)]))
    return found


def _chart(run: LabRun, group: tuple[Traced, ...], with_band: bool) -> LabChart:
    named = group[0].named
    finding = _finding(group)
    title = named.title if len(group) == 1 else run.title
    lines = [line for one in group for line in _lines(one, with_band)]
    if len(group) == 1:
        lines = [replace(line, name="") for line in lines]  # the title names it
    return LabChart(
        Curve(f"{title}. {finding}" if with_band else title, _x_axis(group), _y_axis(group), tuple(lines)),
        finding,
        _rows(group, with_band),
    )


def _lines(one: Traced, with_band: bool) -> list[Line]:
    """The recorded mean with its band, thin when the run that is shown lies on it."""
    unit, category = one.named.unit, one.named.category.value if one.named.category else ""
    found = []
    if with_band and one.recorded:
        mean = tuple((x, axis_value(s.mean, unit)) for x, s in one.recorded)
        spread = tuple((x, axis_value(s.least, unit), axis_value(s.most, unit)) for x, s in one.recorded)
        name = "" if one.points else one.named.title
        found.append(Line(name, mean, category, one.dash, spread, thin=bool(one.points)))
    if one.points:
        points = tuple((x, axis_value(y, unit)) for x, y in one.points)
        found.append(Line(one.named.title, points, category, one.dash))
    return found


def _x_axis(group: Sequence[Traced]) -> Axis:
    places = sorted({x for one in group for x in one.places})
    low, high = places[0], places[-1] if len(places) > 1 else places[0] + 1
    doubling = len(places) <= _FEW and low > 0 and high / low >= 2 * _FEW
    ticks = tuple(places) if len(places) <= _FEW else nice_ticks(low, high)
    return Axis(group[0].named.x, low, high, tuple(tick for tick in ticks if low <= tick <= high), doubling=doubling)


def _y_axis(group: Sequence[Traced]) -> Axis:
    unit = group[0].named.unit
    shared = t(_TITLES[unit]) if unit in _TITLES else ""
    title = shared if len(group) > 1 else group[0].named.title
    if unit is Unit.PERCENT:
        return Axis(title, 0, 100, (0, 25, 50, 75, 100), axis_unit(unit))
    values = [y for one in group for _, y in one.points]
    values += [end for one in group for _, spread in one.recorded for end in (spread.least, spread.most)]
    low, high = min(0.0, *values), max(0.0, *values)
    ticks = nice_ticks(low, high if high > low else 1.0, outside=True)
    return Axis(title, ticks[0], ticks[-1], ticks, axis_unit(unit))


def _finding(group: Sequence[Traced]) -> str:
    """Where each curve begins and ends."""
    traced = [(one.named, ends) for one in group if (ends := one.ends)]
    if not traced:
        return ""
    start, end = min(ends[0][0] for _, ends in traced), max(ends[1][0] for _, ends in traced)
    parts = [_from_end_to_end(named, ends, start) for named, ends in traced]
    return t(
        "From left to right ({axis} {start} to {end}): {curves}.",
        axis=group[0].named.x,
        start=written(start, "g"),
        end=written(end, "g"),
        curves=", ".join(parts),
    )


def _from_end_to_end(named: LabCurve, ends: Ends, start: float) -> str:
    """One curve in words; of one that begins later than the chart, where it does."""
    (begins, first), (_, last) = ends
    told = {"curve": named.title, "first": value_words(first, named.unit), "last": value_words(last, named.unit)}
    if begins == start:
        return t("{curve} {first} to {last}", **told)
    return t("{curve} {first} (at {place}) to {last}", place=written(begins, "g"), **told)


def _rows(group: Sequence[Traced], with_band: bool) -> tuple[tuple[str, ...], ...]:
    """A row for each place, of many a dozen and the last; a cell for the run that is shown and one for the recorded."""
    places = sorted({x for one in group for x in one.places})
    thinned = sorted({*places[:: ceil(len(places) / 12)], places[-1]})
    head, columns = [group[0].named.x], []
    for one in group:
        if one.points:
            head.append(one.named.title)
            columns.append([_shown_at(one, x) for x in thinned])
        if one.recorded and with_band:
            head.append(t("{curve}, recorded", curve=one.named.title))
            columns.append([_recorded_at(one, x) for x in thinned])
    return (tuple(head), *((written(x, "g"), *cells) for x, *cells in zip(thinned, *columns, strict=True)))


def _shown_at(one: Traced, x: float) -> str:
    if not one.points[0][0] <= x <= one.points[-1][0]:
        return "–"
    return value_words(value_at(Line("", one.points), x), one.named.unit)


def _recorded_at(one: Traced, x: float) -> str:
    found = next((spread for place, spread in one.recorded if place == x), None)
    return spread_words(found, one.named.unit) if found else "–"
