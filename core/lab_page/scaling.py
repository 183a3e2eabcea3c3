"""Loss against compute: every recorded size and length, and the run that is shown as a point among them. Pure."""

from core.content.lab import Unit
from core.curve.curve import Axis, Curve, Dash, Line
from core.lab.catalogue import EXPERIMENTS
from core.lab.result import Result, figure_spreads
from core.lab.storage import Recordings
from core.lab_page.charts import LabChart
from core.lab_page.words import spread_words, value_words
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.nice_numbers import nice_ticks

SCALING = "scaling"
_BILLION = 1e9
_DASHES = (Dash.DOT, Dash.DASH, Dash.SOLID)
_X = marked("billion floating-point operations")


def compute_chart(recordings: Recordings, shown: Result | None) -> LabChart:
    """A line per length of training, through its widths; `here` is the run that is shown."""
    lines, rows = [], []
    for (steps, points), dash in zip(_points(recordings).items(), _DASHES, strict=True):
        lines.append(Line(t("{count} steps", count=steps), tuple((x, y) for x, y, _ in points), "pre", dash))
        rows += [(x, f"{steps}", words) for x, _, words in points]
    every = [point for line in lines for point in line.points]
    losses = [y for _, y in every] + ([shown.figures["loss"]] if shown else [])
    ticks = nice_ticks(min(losses), max(losses), outside=True)
    x_axis = Axis(t(_X), min(x for x, _ in every), max(x for x, _ in every), (4, 16, 64, 256), doubling=True)
    finding, here = _finding(every), _here(shown)
    y_axis = Axis(t("loss"), ticks[0], ticks[-1], ticks)
    curve = Curve(t("Loss against compute. {finding}", finding=finding), x_axis, y_axis, tuple(lines), here)
    head = (t(_X), t("steps"), t("loss, recorded"))
    body = ((written(x, ".3g"), *cells) for x, *cells in sorted(rows, key=lambda row: float(f"{row[0]:.3g}")))
    return LabChart(curve, finding, (head, *body))


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
    return (((shown.figures["flop"] / _BILLION, loss), t("this run, {loss}", loss=value_words(loss, Unit.NATS))),)


def _finding(every: list[tuple[float, float]]) -> str:
    (least, first), (most, last) = min(every), max(every)
    start, end = value_words(first, Unit.NATS), value_words(last, Unit.NATS)
    return t(
        "From {least} to {most} billion operations the loss falls from {start} to {end}, by size and by text.",
        least=written(least, ".2g"),
        most=written(most, ".3g"),
        start=start,
        end=end,
    )
