"""Gradient-boosted decision trees as arrays, asked with NumPy. Pure.

The trees are grown by benchmarks/marking_fit.py (histogram gradient boosting of scikit-learn, logistic loss). Asking
them needs neither that package nor a pickle: all trees step down at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Trees:
    """The nodes of all trees in one row; a leaf leads to itself, whatever it is asked.

    `names` are the columns that the trees were grown on, `start` the odds (logarithm) before the first tree, `roots`
    where each tree begins; `next` has for each node the place to its right and that to its left, `value` the odds that
    a leaf adds.
    """

    names: tuple[str, ...]
    start: float
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    next: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The logarithm of the odds of each row (rows × names)."""
        flat, first = rows.ravel(), rows.shape[1] * np.arange(len(rows))[:, None]
        at = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            goes_left = flat.take(first + self.feature.take(at)) <= self.threshold.take(at)
            at = self.next.take(2 * at + goes_left)
        found: NDArray[np.float64] = self.start + self.value.take(at).sum(axis=1)
        return found

    def chance(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees make of each row, 0..1."""
        found: NDArray[np.float64] = 1 / (1 + np.exp(-self.odds(rows)))
        return found


def trees_of(told: Mapping[str, NDArray[Any]]) -> Trees:
    """Trees from the arrays of a file, which are those of `Trees` by name, in fewer bytes.

    >>> leaf = {"feature": [0, 0, 0], "threshold": [0.5, 0.0, 0.0], "left": [1, 1, 2], "right": [2, 1, 2]}
    >>> told = {"names": ["a"], "start": 0.0, "roots": [0], "value": [0.0, -1.0, 1.0], "depth": 1, **leaf}
    >>> trees_of({name: np.array(value) for name, value in told.items()}).odds(np.array([[0.5], [0.6]])).tolist()
    [-1.0, 1.0]
    """
    roots, feature = (told[name].astype(np.int64) for name in ("roots", "feature"))
    both_ways = np.stack([told["right"], told["left"]], axis=1).ravel().astype(np.int64)
    threshold, value = (told[name].astype(np.float64) for name in ("threshold", "value"))
    names = tuple(str(name) for name in told["names"])
    return Trees(names, float(told["start"]), roots, feature, threshold, both_ways, value, int(told["depth"]))
