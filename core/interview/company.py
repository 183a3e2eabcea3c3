"""What the rest of an answer says for and against a key point, or a misconception. Pure.

A stretch that matches weakly is more likely meant so in an answer that makes other points, and less in one that makes
none, as one on another subject, or that says the opposite of them. With misconceptions it is the other way round.
"""

import numpy as np
from numpy.typing import NDArray

COMPANY, AGAINST = 2.0, 0.8
"""What the mean score of the other points, and the share of stretches that contradict a point, move the odds by. The
fit of benchmarks/marking_fit.py gives 3.8 to the first, which costs precision on answers that it has not seen."""

AGAINST_BELIEFS = 2.0
USUAL = 0.3
"""The mean score of points that moves nothing; a rubric of one point has it."""


def others(best: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each point the mean of the best scores of the other points, less what is usual.

    >>> others(np.array([0.3, 0.3, 0.9])).round(2).tolist(), others(np.array([0.9])).tolist()
    ([0.3, 0.3, 0.0], [0.0])
    """
    if len(best) == 1:
        return np.zeros(1)
    found: NDArray[np.float64] = (best.sum() - best) / (len(best) - 1) - USUAL
    return found


def shift(
    best: NDArray[np.float64], contradicting: float, weights: tuple[float, float] = (COMPANY, AGAINST)
) -> NDArray[np.float64]:
    """By how much the logarithm of the odds of each point moves.

    Args:
        best: the best score 0..1 of each point.
        contradicting: the share 0..1 of the answer's stretches that contradict a point.
        weights: of the other points, and of that share.
    """
    moved: NDArray[np.float64] = weights[0] * others(best) - weights[1] * contradicting
    return moved


def belief_shift(best: NDArray[np.float64]) -> float:
    """By how much the logarithm of the odds of every misconception moves; `best` are the points' best scores."""
    return -AGAINST_BELIEFS * (float(best.mean()) - USUAL)
