"""Gradient-boosted decision trees as arrays, asked with NumPy. Pure.

The trees are grown by fitting/point_trees.py (histogram gradient boosting of scikit-learn, logistic loss). Asking
them needs neither that package nor a pickle. No tree is walked: every question of every tree is answered, each answer
strikes out the leaves that it rules out, and the leftmost leaf that stays is the one (QuickScorer, Lucchese and others
2015, https://doi.org/10.1145/2766462.2767733).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_LEAVES = 32
"""The bits of the integer that stands for the leaves of one tree."""

_ALL_LEAVES = np.uint32(2**MOST_LEAVES - 1)


@dataclass(frozen=True)
class Trees:
    """The questions of all trees (questions × trees, in one row) and their leaves (trees × `MOST_LEAVES`).

    `names` are the columns that the trees were grown on, `start` the odds (logarithm) before the first tree. A question
    is whether a `feature` is at most its `threshold`; when it is not, the leaves of `right` are all that can stay, one
    bit a leaf, the leftmost the lowest. `value` has the odds that each leaf adds, `depth` how many questions lead to
    the deepest.
    """

    names: tuple[str, ...]
    start: float
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    right: NDArray[np.uint32]
    value: NDArray[np.float64]
    depth: int

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The logarithm of the odds of each row (rows × names)."""
        is_left = rows.take(self.feature, axis=1) <= self.threshold
        kept = self.right | -is_left.astype(np.uint32)
        trees = len(self.value)
        leaves = np.bitwise_and.reduce(kept.reshape(len(rows), len(self.feature) // trees, trees), axis=1)
        leftmost = np.bitwise_count((leaves & -leaves) - np.uint32(1))
        first = MOST_LEAVES * np.arange(trees)
        found: NDArray[np.float64] = self.start + self.value.take(first + leftmost).sum(axis=1)
        return found

    def chance(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees make of each row, 0..1."""
        found: NDArray[np.float64] = 1 / (1 + np.exp(-self.odds(rows)))
        return found


def trees_of(told: Mapping[str, NDArray[Any]]) -> Trees:
    """Trees from the arrays of a file: the nodes of all trees in one row, each before those to its left and right.

    A leaf leads to itself. `roots` are where trees begin, `left` and `right` where nodes lead to.

    Raises:
        ValueError: a tree has more leaves than `MOST_LEAVES`, or its nodes stand in another order.

    >>> leaf = {"feature": [0, 0, 0], "threshold": [0.5, 0.0, 0.0], "left": [1, 1, 2], "right": [2, 1, 2]}
    >>> told = {"names": ["a"], "start": 0.0, "roots": [0], "value": [0.0, -1.0, 1.0], "depth": 1, **leaf}
    >>> trees_of({name: np.array(value) for name, value in told.items()}).odds(np.array([[0.5], [0.6]])).tolist()
    [-1.0, 1.0]
    """
    left, right, roots = (told[name].astype(np.int64) for name in ("left", "right", "roots"))
    own = np.arange(len(left))
    is_leaf = left == own
    tree = np.searchsorted(roots, own, side="right") - 1
    before = np.cumsum(is_leaf) - is_leaf
    leaf = before - before[roots][tree]
    if (left[~is_leaf] != own[~is_leaf] + 1).any() or leaf[is_leaf].max() >= MOST_LEAVES:
        raise ValueError(f"a tree has more than {MOST_LEAVES} leaves, or its nodes stand in another order")
    question = own - roots[tree] - leaf
    places = question[~is_leaf] * len(roots) + tree[~is_leaf]
    size = (1 + question[~is_leaf].max(initial=-1)) * len(roots)
    feature, threshold = np.zeros(size, np.int64), np.full(size, np.inf)
    feature[places], threshold[places] = told["feature"][~is_leaf], told["threshold"][~is_leaf]
    kept = np.full(size, _ALL_LEAVES)
    kept[places] = ~_bits(leaf[left[~is_leaf]], leaf[right[~is_leaf]])
    value = np.zeros((len(roots), MOST_LEAVES))
    value[tree[is_leaf], leaf[is_leaf]] = told["value"][is_leaf]
    names = tuple(str(name) for name in told["names"])
    return Trees(names, float(told["start"]), feature, threshold, kept, value, int(told["depth"]))


def _bits(first: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Bits first..end−1 set."""
    return ((np.int64(1) << end) - (np.int64(1) << first)).astype(np.uint32)
