"""What the trees make of points and misconceptions, of all that was said and of what bears on the rubric. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import CONTRADICTED, FLOOR, odds
from core.interview.heard import Heard
from core.interview.point_trees import belief_trees, point_trees
from core.interview.signs import signs

OF_A_HEAP = 0.19
"""The most that anything gets in a list or heap of words, with the model: too little to be not sure."""

WITHOUT_ASIDES = 0.7
"""What the odds (logarithm) of a point lose where only the sentences that bear on the rubric are read. These are a
better answer than the whole; so much less, and they let hardly more through that is not there (docs/marking.md)."""

IN_DOUBT = (0.05, 0.75)
"""Between these a point is read a second time: below it was hardly touched, above it earns all."""

Chances = NDArray[np.float64]


def chances_of(answer: Heard, is_heap: bool) -> Chances:
    """One number 0..1 a key point and then one a misconception.

    A term that is asked for needs no sentence around it.
    """
    table = signs(answer)
    points, beliefs = point_trees().chance(table[: answer.points]), belief_trees().chance(table[answer.points :])
    points = _less_where_denied(answer, _with_asides_or_without(answer, points))
    if answer.prepared.asks_for_terms:
        points = np.maximum(points, answer.guarded[:, : answer.points].max(axis=0))
    chances = np.concatenate([points, beliefs])
    return np.minimum(chances, OF_A_HEAP) if is_heap and not answer.prepared.asks_for_terms else chances


def without_belief(whole: Chances, rest: Chances) -> Chances:
    """The chances in what is left once the stretches of a misconception are taken away.

    A mistaken sentence must not help a point by being left out: what rises counts halfway, by its odds (logarithm).

    >>> without_belief(np.array([0.3, 0.9]), np.array([0.7, 0.2])).round(2).tolist()
    [0.5, 0.2]
    """
    halfway = 1 / (1 + np.exp(-(odds(whole) + odds(rest)) / 2))
    return np.where(rest > whole, halfway, rest)


def _with_asides_or_without(answer: Heard, points: Chances) -> Chances:
    """What is said beside the matter takes little from a point in doubt: the better of two readings counts."""
    in_doubt = (points >= IN_DOUBT[0]) & (points < IN_DOUBT[1])
    if not in_doubt.any() or answer.bearing is answer:
        return points
    bearing = point_trees().odds(signs(answer.bearing)[: answer.points][in_doubt])
    better = points.copy()
    better[in_doubt] = np.maximum(points[in_doubt], 1 / (1 + np.exp(WITHOUT_ASIDES - bearing)))
    return better


def _less_where_denied(answer: Heard, points: Chances) -> Chances:
    """A point that no stretch says, and one plainly contradicts, is at most just not sure, whatever surrounds it."""
    free, disputed, plain = (reading[:, : answer.points].max(axis=0) for reading in answer.readings)
    is_denied = (free < FLOOR) & (plain >= FLOOR) & (disputed <= plain)
    return np.where(is_denied, np.minimum(points, CONTRADICTED), points)
