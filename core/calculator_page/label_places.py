"""Places the labels of points so that none covers a point or another label, wide or narrow. Pure."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_BESIDE_PX, _DOT_PX, _LINE_PX, _LETTER_PX = 11, 6, 15, 6.6
_LIFTS = (0, -14, 14, -28, 28, -42, 42, -56, 56, -72, 72, -90, 90, -110, 110)
_AWAY = (_BESIDE_PX, 26, 46, 70)
_FAR_LIFTS, _FAR_AWAY = (*_LIFTS, -130, 130, -152, 152, -176, 176, -202, 202), (*_AWAY, 96, 124)
"""Where a name may go besides, when points crowd into a corner of the plot."""
_ROUNDS = 6
_UNREAD = 20
"""How much worse a name over something is than a line over it, px² for px²."""


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
    """The offset from the point to the nearer end of its label, in px: to the right and down."""

    right: float
    down: float

    @property
    def is_beside(self) -> bool:
        """Whether the label is right at its point, and needs no line to it."""
        return self.down == 0 and abs(self.right) == _BESIDE_PX


def _candidates(lifts: Sequence[int], aways: Sequence[int]) -> tuple[Place, ...]:
    places = (Place(side * away, down) for down, away, side in product(lifts, aways, (1, -1)))
    return tuple(sorted(places, key=lambda place: abs(place.down) + abs(place.right)))


_NEAR, _FAR = _candidates(_LIFTS, _AWAY), _candidates(_FAR_LIFTS, _FAR_AWAY)


@lru_cache(maxsize=64)
def label_places(spots: tuple[Spot, ...], sizes: tuple[tuple[float, float], ...]) -> tuple[Place, ...]:
    """A place for each name that is as near as the plot allows in all its sizes, (width, height) in px.

    >>> label_places((Spot(0.5, 0.5, ("A",)), Spot(0.52, 0.5, ("B",))), ((300, 300),))
    (Place(right=-11, down=0), Place(right=11, down=0))
    """
    order = sorted(range(len(spots)), key=lambda i: (len(spots[i].lines) == 1, _nearest(spots, i)))
    placed: dict[int, Place] = {}
    costs = [_put(spots, index, placed, sizes, _NEAR) for index in order]
    for _ in range(_ROUNDS):  # who still touches another looks farther away, now that the others have their places
        if not any(costs):
            break
        costs = [_put(spots, index, placed, sizes, (placed[index], *_FAR)) for index in order]
    return tuple(placed[index] for index in range(len(spots)))


def _put(
    spots: Sequence[Spot],
    index: int,
    placed: dict[int, Place],
    sizes: Sequence[tuple[float, float]],
    candidates: Iterable[Place],
) -> float:
    """Puts one name at the place that disturbs the others least, and returns that cost; 0 is the best."""
    taken = [_taken(spots, {i: place for i, place in placed.items() if i != index}, size) for size in sizes]
    least = math.inf
    for place in candidates:
        cost = _cost(spots[index], place, sizes, taken, least)
        if cost < least:
            placed[index], least = place, cost
        if cost == 0:
            break
    return least


def _taken(spots: Sequence[Spot], placed: Mapping[int, Place], size: tuple[float, float]) -> list[Box]:
    names = [box for i, at in placed.items() for box in (label_box(spots[i], at, size), *_leader(spots[i], at, size))]
    return [box for spot in spots for box in _drawn(spot, size)] + names


def label_box(spot: Spot, place: Place, size: tuple[float, float]) -> Box:
    """The box of a label in a plot of a size."""
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


def _cost(
    spot: Spot,
    place: Place,
    sizes: Sequence[tuple[float, float]],
    taken: Sequence[Sequence[Box]],
    least: float,
) -> float:
    """What a place costs: what it covers and what is cut off. Counting stops once it costs more than `least`."""
    cost = 0.0
    for size, boxes in zip(sizes, taken, strict=True):
        box = label_box(spot, place, size)
        inside = overlap(box, (0.0, 0.0, size[0] + 8, size[1]))
        covered = sum(overlap(box, other) for other in _near(box, boxes))
        cost += _UNREAD * (covered + (box[2] - box[0]) * (box[3] - box[1]) - inside)
        if cost >= least:
            return cost
        if bits := _leader(spot, place, size):
            first, last = bits[0], bits[-1]
            left, right = min(first[0], last[0]), max(first[2], last[2])
            near = _near((left, min(first[1], last[1]), right, max(first[3], last[3])), boxes)
            for bit in bits:
                cost += sum(overlap(bit, other) for other in _near(bit, near))
                if cost >= least:
                    return cost
    return round(cost, 3)


def _near(box: Box, others: Sequence[Box]) -> list[Box]:
    left, top, right, bottom = box
    return [o for o in others if o[0] < right and o[2] > left and o[1] < bottom and o[3] > top]


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
