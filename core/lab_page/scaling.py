"""Loss against compute: every recorded size and length, and the run that is shown as a point among them. Pure."""

from core.content.lab import Unit
from core.curve import Axis, Curve, Dash, Line
from core.lab.catalogue import EXPERIMENTS
from core.lab.result import Result, figure_spreads
from core.lab.storage import Recordings
from core.lab_page.charts import LabChart, nice_ticks
from core.lab_page.words import spread_words, value_words

SCALING = "scaling"
_BILLION = 1e9
_DASHES = (Dash.DOT, Dash.DASH, Dash.SOLID)
_X = "billion floating-point operations"


def compute_chart(recordings: Recordings, shown: Result | None) -> LabChart:
    """A line a length of training, through its widths; `here` is the run that is shown."""
    lines, rows = [], []
    for (steps, points), dash in zip(_points(recordings).items(), _DASHES, strict=True):
        lines.append(Line(f"{steps} steps", tuple((x, y) for x, y, _ in points), "pre", dash))
        rows += [(f"{x:.3g}", f"{steps}", words) for x, _, words in points]
    every = [point for line in lines for point in line.points]
    losses = [y for _, y in every] + ([shown.figures["loss"]] if shown else [])
    ticks = nice_ticks(min(losses), max(losses), outside=True)
    x_axis = Axis(_X, min(x for x, _ in every), max(x for x, _ in every), (4, 16, 64, 256), doubling=True)
    finding, here = _finding(every), _here(shown)
    curve = Curve(
        f"Loss against compute. {finding}", x_axis, Axis("loss", ticks[0], ticks[-1], ticks), tuple(lines), here
    )
    return LabChart(curve, finding, ((_X, "steps", "loss, recorded"), *sorted(rows, key=lambda row: float(row[0]))))


def _points(recordings: Recordings) -> dict[int, list[tuple[float, float, str]]]:
    """Of each length of training the compute in billions, the mean loss, and that in words, by width."""
    found: dict[int, list[tuple[float, float, str]]] = {}
    for setting in EXPERIMENTS[SCALING].settings_to_record(0):
        spreads = figure_spreads(recordings.of(setting))
        point = (spreads["flop"].mean / _BILLION, spreads["loss"].mean, spread_words(spreads["loss"], Unit.NATS))
        found.setdefault(setting.whole("steps"), []).append(point)
    return {steps: sorted(found[steps]) for steps in sorted(found)}


def _here(shown: Result | None) -> tuple[tuple[tuple[float, float], str], ...]:
    if shown is None:
        return ()
    loss = shown.figures["loss"]
    return (((shown.figures["flop"] / _BILLION, loss), f"this run, {value_words(loss, Unit.NATS)}"),)


def _finding(every: list[tuple[float, float]]) -> str:
    (least, first), (most, last) = min(every), max(every)
    start, end = value_words(first, Unit.NATS), value_words(last, Unit.NATS)
    return (
        f"From {least:.2g} to {most:.3g} billion operations the loss falls from {start} to {end}, by size and by text."
    )
