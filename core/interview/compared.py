"""Past mock interviews beside each other, dimension by dimension. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.interview.debrief import Debrief, Dimension


@dataclass(frozen=True)
class Progress:
    """A dimension over sessions, oldest first; `change` is the last share less the first, None with fewer than two."""

    dimension: Dimension
    shares: tuple[float | None, ...]
    change: float | None


def compare(debriefs: Sequence[Debrief]) -> tuple[Progress, ...]:
    """How each dimension went over past sessions."""
    ordered = sorted(debriefs, key=lambda one: one.started)
    found = []
    for place, dimension in enumerate(Dimension):
        shares = tuple(one.judgements[place].share for one in ordered)
        seen = [share for share in shares if share is not None]
        found.append(Progress(dimension, shares, seen[-1] - seen[0] if len(seen) > 1 else None))
    return tuple(found)
