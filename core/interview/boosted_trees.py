"""Gradient-boosted decision trees as arrays, asked with NumPy. Pure.

The trees are grown by benchmarks/marking_fit.py (histogram gradient boosting of scikit-learn, logistic loss). Asking
them needs neither that package nor a pickle: all trees step down at once.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

@dataclass(frozen=True)
class Trees:
    """The nodes of all trees in one row; a leaf leads to itself, whatever it is asked.

    `names` are the columns that the trees were grown on, `start` the odds (logarithm) before the first tree, `roots`
    where each tree begins; `left` and `right` are places in the row, `value` the odds that a leaf adds.
    """

    names: tuple[str, ...]
    start: float
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The logarithm of the odds of each row (rows × names)."""
        flat, first = rows.ravel(), rows.shape[1] * np.arange(len(rows))[:, None]
        at = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            goes_left = flat.take(first + self.feature.take(at)) <= self.threshold.take(at)
            at = np.where(goes_left, self.left.take(at), self.right.take(at))
        found: NDArray[np.float64] = self.start + self.value.take(at).sum(axis=1)
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
    sizes = [len(tree) for tree in told["trees"]]
    roots = np.cumsum([0, *sizes[:-1]])
    feature, threshold, value = np.zeros(sum(sizes), dtype=np.int64), np.zeros(sum(sizes)), np.zeros(sum(sizes))
    left, right = np.arange(sum(sizes)), np.arange(sum(sizes))
    for root, tree in zip(roots, told["trees"], strict=True):
        for place, node in enumerate(tree, root):
            if len(node) == 1:
                value[place] = node[0]
            else:
                feature[place], threshold[place] = node[:2]
                left[place], right[place] = root + node[2], root + node[3]
    depth = max(_depth(tree, 0) for tree in told["trees"])
    return Trees(tuple(told["names"]), told["start"], roots, feature, threshold, left, right, value, depth)


def _depth(tree: list[list[float]], at: int) -> int:
    node = tree[at]
    return 0 if len(node) == 1 else 1 + max(_depth(tree, int(node[2])), _depth(tree, int(node[3])))
