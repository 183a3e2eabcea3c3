"""The value that a share of all values stays under."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value at a share 0..1 of the way through the ordered values; there is at least one."""
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]
