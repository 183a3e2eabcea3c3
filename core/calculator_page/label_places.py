"""Where the names of points stand, so that none lies on a point or on another name, wide or narrow. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_BESIDE_PX, _DOT_PX, _LINE_PX, _LETTER_PX = 11, 6, 15, 6.6
_LIFTS = (0, -14, 14, -28, 28, -42, 42, -56, 56, -72, 72, -90, 90, -110, 110)
_AWAY = (_BESIDE_PX, 26, 46, 70)


@dataclass(frozen=True)
class Spot:
    """A point by its shares 0..1 of the plot, from the left and from the top, and the lines of its name."""

    x: float
    y: float
    lines: tuple[str, ...]
    top: float | None = None
    """Where the line of its range begins and ends, as shares, where it has one."""
    bottom: float | None = None


@dataclass(frozen=True)
class Place:
    """From the point to the nearer end of the name, in px: to the right and down."""

    right: float
    down: float

    @property
    def is_beside(self) -> bool:
        """Whether the name stands at the point, and needs no line to it."""
        return self.down == 0 and abs(self.right) == _BESIDE_PX


_CANDIDATES = tuple(
    sorted(
        (Place(side * away, down) for down, away, side in product(_LIFTS, _AWAY, (1, -1))),
        key=lambda place: abs(place.down) + abs(place.right),
    )
)


@lru_cache(maxsize=64)
def label_places(spots: tuple[Spot, ...], sizes: tuple[tuple[float, float], ...]) -> tuple[Place, ...]:
    """A place for each name that is as near as the plot allows in all its sizes, (width, height) in px.

    >>> label_places((Spot(0.5, 0.5, ("A",)), Spot(0.52, 0.5, ("B",))), ((300, 300),))
    (Place(right=-11, down=0), Place(right=11, down=0))
    """
    places = [Place(_BESIDE_PX, 0) for _ in spots]
    taken = [[box for spot in spots for box in _drawn(spot, size)] for size in sizes]
    for index in sorted(range(len(spots)), key=lambda i: (len(spots[i].lines) == 1, _nearest(spots, i))):
        best, least = places[index], math.inf
        for place in _CANDIDATES:
            cost = _cost(spots[index], place, sizes, taken)
            if cost < least:
                best, least = place, cost
            if cost == 0:
                break
        places[index] = best
        for size, boxes in zip(sizes, taken, strict=True):
            boxes += [label_box(spots[index], best, size), *_leader(spots[index], best, size)]
    return tuple(places)


def label_box(spot: Spot, place: Place, size: tuple[float, float]) -> Box:
    """The room of a name in a plot of a size."""
    width = max(len(line) for line in spot.lines) * _LETTER_PX
    near, middle = spot.x * size[0] + place.right, spot.y * size[1] + place.down
    left = near if place.right > 0 else near - width
    half = len(spot.lines) * _LINE_PX / 2
    return left, middle - half, left + width, middle + half


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share, px²."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def _cost(spot: Spot, place: Place, sizes: Sequence[tuple[float, float]], taken: Sequence[Sequence[Box]]) -> float:
    cost = 0.0
    for size, boxes in zip(sizes, taken, strict=True):
        box = label_box(spot, place, size)
        inside = overlap(box, (0.0, 0.0, size[0] + 8, size[1]))
        crossed = sum(overlap(bit, other) for bit in _leader(spot, place, size) for other in boxes)
        cost += crossed + sum(overlap(box, other) for other in boxes) + (box[2] - box[0]) * (box[3] - box[1]) - inside
    return round(cost, 3)


def _leader(spot: Spot, place: Place, size: tuple[float, float]) -> list[Box]:
    """The line from a point to a name that does not stand right beside it, in bits, clear of the point itself."""
    if place.is_beside:
        return []
    x, y = spot.x * size[0], spot.y * size[1]
    away = math.hypot(place.right, place.down)
    bits = [n / away for n in range(2 * _DOT_PX, round(away), 3)]
    return [_around(x + bit * place.right, y + bit * place.down, 1.5) for bit in bits]


def _around(x: float, y: float, half: float) -> Box:
    return x - half, y - half, x + half, y + half


def _drawn(spot: Spot, size: tuple[float, float]) -> tuple[Box, ...]:
    x, y = spot.x * size[0], spot.y * size[1]
    dot = _around(x, y, _DOT_PX)
    if spot.top is None or spot.bottom is None:
        return (dot,)
    return dot, (x - 2, spot.top * size[1], x + 2, spot.bottom * size[1])


def _nearest(spots: Sequence[Spot], index: int) -> float:
    own = spots[index]
    return min((abs(own.x - s.x) + abs(own.y - s.y) for s in spots if s is not own), default=0.0)
