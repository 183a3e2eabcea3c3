"""Cumulative cost month by month, and where two curves cross. Pure."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.serving_options import Option

FIRST_DAYS_MONTHS = 0.05
"""A crossing before this would be written as month 0.0."""


@dataclass(frozen=True)
class Curve:
    """One option's cost: `points[m]` is everything spent by the end of month m, in dollars; month 0 is the start."""

    option: Option
    points: tuple[float, ...]
    calls_usd: float

    @property
    def total(self) -> float:
        """All that was spent by the end of the horizon."""
        return self.points[-1]

    @property
    def standing_usd(self) -> float:
        """What was paid by the month and anew, apart from the start and the calls."""
        standing = self.total - self.option.upfront_usd - self.calls_usd
        return 0.0 if standing < 1e-9 * self.total else standing  # what is left of rounding where nothing is paid so


@dataclass(frozen=True)
class Crossing:
    """Where one option has become cheaper than another, or None when it never does within the horizon.

    `again` are the months of further crossings, as when traffic falls and a monthly bill stays, or training is paid
    anew.
    """

    dearer_first: Option
    cheaper_first: Option
    month: float | None
    again: tuple[float, ...] = ()

    @property
    def cheaper_last(self) -> Option:
        """The option that is cheaper after the last crossing."""
        return self.cheaper_first if len(self.again) % 2 else self.dearer_first

    @property
    def dearer_last(self) -> Option:
        """The option that is dearer after the last crossing."""
        return self.dearer_first if len(self.again) % 2 else self.cheaper_first


def queries_by_month(inputs: BreakEvenInputs) -> tuple[float, ...]:
    """The queries of each month, growing from the second on."""
    growth = 1 + inputs.growth_pct / 100
    return tuple(inputs.queries_per_month * growth**month for month in range(inputs.months))


def cumulative_curve(option: Option, queries: tuple[float, ...], retrain_every_months: int) -> Curve:
    """What an option has cost by the end of each month.

    >>> option = Option("rag", "RAG", upfront_usd=10, query_usd=0.01, month_usd=50)
    >>> cumulative_curve(option, (1_000.0, 2_000.0), 0).points
    (10, 70.0, 140.0)
    """
    points = [option.upfront_usd]
    for month, asked in enumerate(queries, start=1):
        # retraining falls on the first day of the month after, so never on the start, which is training itself
        retrained = retrain_every_months > 0 and month > 1 and (month - 1) % retrain_every_months == 0
        spent = asked * option.query_usd + option.monthly_usd(asked) + (option.retrain_usd if retrained else 0)
        points.append(points[-1] + spent)
    return Curve(option, tuple(points), sum(queries) * option.query_usd)


def crossings(curves: tuple[Curve, ...]) -> tuple[Crossing, ...]:
    """The first crossing of each pair of curves, and those after it, to a fraction of a month."""
    return tuple(_crossing(a, b) for a, b in combinations(curves, 2))


def queries_until(month: float, queries: tuple[float, ...]) -> float:
    """All queries up to a fraction of a month.

    >>> queries_until(1.5, (100.0, 200.0))
    200.0
    """
    whole = int(month)
    rest = (month - whole) * queries[whole] if whole < len(queries) else 0.0
    return sum(queries[:whole]) + rest


def _crossing(a: Curve, b: Curve) -> Crossing:
    gaps = [x - y for x, y in zip(a.points, b.points, strict=True)]
    start = next((gap for gap in gaps if gap != 0), 0.0)
    cheaper, dearer = (a, b) if start < 0 else (b, a)
    turns = _turns(gaps)
    return Crossing(dearer.option, cheaper.option, turns[0] if turns else None, tuple(turns[1:]))


def _turns(gaps: list[float]) -> list[float]:
    """The months at which the gap between two curves has closed before it opens the other way.

    >>> _turns([0.0, 4.0, -4.0, -4.0, 0.0, 4.0]), _turns([2.0, 0.0, 2.0])
    ([1.5, 4.0], [])
    """
    found: list[float] = []
    sign, closed = 0.0, 0.0
    for month, (before, after) in enumerate(pairwise(gaps)):
        sign = sign or before
        if before * sign > 0 and after * sign <= 0:
            closed = month + before / (before - after)
        if after * sign < 0:
            found.append(closed)
            sign = after
    return found
