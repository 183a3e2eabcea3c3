"""Gradient-boosted decision trees as arrays, asked with NumPy. Pure.

The trees are grown by benchmarks/marking_fit.py (histogram gradient boosting of scikit-learn, logistic loss). Asking
them needs neither that package nor a pickle: each tree is a row of nodes, and all trees step down at once.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEAF = -1


@dataclass(frozen=True)
class Trees:
    """Trees as arrays (trees × nodes); a node is a leaf where `feature` is `LEAF`, and then has a `value`.

    `names` are the columns that the trees were grown on, `start` the odds (logarithm) before the first tree.
    """

    names: tuple[str, ...]
    start: float
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The logarithm of the odds of each row (rows × names)."""
        trees = np.arange(len(self.feature))[None, :]
        at = np.zeros((len(rows), len(self.feature)), dtype=np.int64)
        for _ in range(self.depth):
            asked = self.feature[trees, at]
            is_leaf = asked == LEAF
            there = np.take_along_axis(rows, np.where(is_leaf, 0, asked), axis=1)
            down = np.where(there <= self.threshold[trees, at], self.left[trees, at], self.right[trees, at])
            at = np.where(is_leaf, at, down)
        found: NDArray[np.float64] = self.start + self.value[trees, at].sum(axis=1)
        return found

    def chance(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees make of each row, 0..1."""
        found: NDArray[np.float64] = 1 / (1 + np.exp(-self.odds(rows)))
        return found


def trees_of(told: dict[str, Any]) -> Trees:
    """Trees as they stand in the file: each a list of `[feature, threshold, left, right]` and `[value]` for a leaf.

    >>> told = {"names": ["a"], "start": 0.0, "trees": [[[0, 0.5, 1, 2], [-1.0], [1.0]]]}
    >>> trees_of(told).odds(np.array([[0.5], [0.6]])).tolist()
    [-1.0, 1.0]
    """
    most = max(len(tree) for tree in told["trees"])
    shape = (len(told["trees"]), most)
    feature, left, right = (np.full(shape, fill, dtype=np.int64) for fill in (LEAF, 0, 0))
    threshold, value = np.zeros(shape), np.zeros(shape)
    for row, tree in enumerate(told["trees"]):
        for place, node in enumerate(tree):
            if len(node) == 1:
                value[row, place] = node[0]
            else:
                feature[row, place], threshold[row, place], left[row, place], right[row, place] = node
    depth = max(_depth(tree, 0) for tree in told["trees"])
    return Trees(tuple(told["names"]), told["start"], feature, threshold, left, right, value, depth)


def _depth(tree: list[list[float]], at: int) -> int:
    node = tree[at]
    return 0 if len(node) == 1 else 1 + max(_depth(tree, int(node[2])), _depth(tree, int(node[3])))
