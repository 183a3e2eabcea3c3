"""What an hour of a GPU costs: typed in, or the middle and the ends of the dated table. Pure."""

import statistics
from dataclasses import dataclass

from core.content.reference import GpuSpec, Reference
from core.language.numbers import month_of
from core.numbers.number_format import span, usd_in_full


@dataclass(frozen=True)
class Rent:
    """Dollars per GPU-hour, with the lowest and the highest, and where they come from."""

    usd: float
    low: float
    high: float
    source: str
    as_of: str = ""

    @property
    def month(self) -> str:
        """The month of the oldest price in it, in words; empty where the rate was typed in."""
        return month_of(self.as_of)

    def words(self) -> str:
        """The rate, and its range where it has one.

        >>> Rent(1.5, 0.9, 3.4, "").words()
        '$1.50 ($0.90–3.40/h)'
        """
        return (
            f"{usd_in_full(self.usd)}/h"
            if self.low == self.high
            else f"{usd_in_full(self.usd)} ({span(self.low, self.high, 'usd/h')})"
        )


def rent_of(gpu: GpuSpec, typed_usd_per_hour: float | None, reference: Reference) -> Rent | None:
    """The rent of one GPU for an hour; None when none was typed in and the table has no price for it.

    The middle is the median of on-demand prices; the low end is the cheapest, spot included.
    """
    if typed_usd_per_hour is not None:
        return Rent(typed_usd_per_hour, typed_usd_per_hour, typed_usd_per_hour, "Price an hour: typed in")
    rows = reference.prices_of(gpu)
    if not rows:
        return None
    prices = [row.on_demand_usd_per_gpu_h for row in rows]
    spots = [row.spot_usd_per_gpu_h for row in rows if row.spot_usd_per_gpu_h is not None]
    dates = sorted({row.as_of for row in rows})
    clouds = ", ".join(sorted({row.cloud for row in rows}))
    others = sorted({reference.gpu(row.gpu).name for row in rows} - {gpu.name})
    among = f", those of {' and '.join(others)} among them" if others else ""
    low = min(prices + spots)
    lent = "" if low in prices else f", the lowest, ${low:.2f}, for spot machines, which can be taken back at any time"
    source = f"{gpu.name} prices: {len(rows)} from public lists ({clouds}){among}{lent}, as of {dates[0]}"
    return Rent(statistics.median(prices), low, max(prices), source, dates[0])
