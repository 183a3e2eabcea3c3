"""What the trees make of points and misconceptions, of all that was said and of what bears on the rubric. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.interview.heard import Heard
from core.interview.point_trees import belief_trees, point_trees
from core.interview.signs import signs

OF_A_HEAP = 0.19
"""The most that anything gets in a list or heap of words, with the model: too little to be not sure."""

WITHOUT_ASIDES = 0.5
"""What the odds (logarithm) of a point lose where only the sentences that bear on the rubric are read. These are a
better answer than the whole; so much less, and they let no more through that is not there (docs/marking.md)."""

Chances = NDArray[np.float64]


def chances_of(answer: Heard, is_heap: bool) -> Chances:
    """One number 0..1 a key point and then one a misconception.

    A term that is asked for needs no sentence around it. What is said beside the matter takes little from a point: the
    better of two readings counts, with those sentences and without.
    """
    table = signs(answer)
    odds, beliefs = point_trees().odds(table[: answer.points]), belief_trees().chance(table[answer.points :])
    if answer.bearing is not answer:
        alone = point_trees().odds(signs(answer.bearing)[: answer.points])
        odds = np.maximum(odds, alone - WITHOUT_ASIDES)
    points = 1 / (1 + np.exp(-odds))
    if answer.prepared.asks_for_terms:
        points = np.maximum(points, answer.guarded[:, : answer.points].max(axis=0))
    chances = np.concatenate([points, beliefs])
    return np.minimum(chances, OF_A_HEAP) if is_heap and not answer.prepared.asks_for_terms else chances
