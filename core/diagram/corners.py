"""Where an edge meets a node with round corners: Graphviz ends it at the corner of the node's box, in the air. Pure."""

import math

Point = tuple[float, float]

ROUND_PX, SQUARE_PX = 22, 6
"""The radius of a corner of what is asked or made, as far as its height has room, and of all else."""

_SEEN_PX = 0.5
"""A gap that is less wide is none."""


def onto_corner(at: Point, ahead: Point, centre: Point, size: tuple[float, float], radius: float) -> Point:
    """Where a line from `ahead` to `at`, on a box in px, meets its round corner; `at` itself on a straight side.

    >>> onto_corner((0, 0), (-4, -4), (50, 20), (100, 40), 20)
    (5.9, 5.9)
    >>> onto_corner((50, 0), (50, -4), (50, 20), (100, 40), 20)
    (50, 0)
    """
    x, y = (at[axis] - centre[axis] for axis in (0, 1))
    beyond_x, beyond_y = abs(x) - (size[0] / 2 - radius), abs(y) - (size[1] / 2 - radius)
    if beyond_x <= 0 or beyond_y <= 0 or math.hypot(beyond_x, beyond_y) <= radius + _SEEN_PX:
        return at
    out = (math.copysign(beyond_x, x), math.copysign(beyond_y, y))
    length = math.dist(at, ahead) or 1
    inward = ((at[0] - ahead[0]) / length, (at[1] - ahead[1]) / length)
    along = out[0] * inward[0] + out[1] * inward[1]
    under = along**2 - (out[0] ** 2 + out[1] ** 2 - radius**2)
    if under >= 0 > along:
        step = -along - math.sqrt(under)
        return round(at[0] + step * inward[0], 1), round(at[1] + step * inward[1], 1)
    shrunk = 1 - radius / math.hypot(*out)  # the line passes the corner: to its nearest place
    return round(at[0] - shrunk * out[0], 1), round(at[1] - shrunk * out[1], 1)
