"""Growing trees from rows of signs, and how they are written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.marking import NEAR_MISSES, ORDINARY
from benchmarks.marking_others import EXAMINERS
from core.interview.signs import AGREEING, NAMES

MODEL_ANSWER, OTHER_FIELD, OF_MANY = 4.0, 2.0, 1 / 3
"""What a row weighs of a model answer, which has to be marked full; of the first sets on other fields, which are few;
and for points, of the two large sets, which would else outweigh all others: they are of misconceptions and near
misses."""

TIMES = 3
"""Trees are grown so many times and their odds averaged: which columns each may look at is drawn by lot."""

Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """One point or misconception of one answer: `wanted` 0..1 is how far a reader credits it."""

    signs: Rows
    wanted: float
    question: str
    wording: str
    kind: str
    is_belief: bool
    is_heap: bool
    is_bank: bool
    set: str


def grown(rows: Sequence[Row]) -> tuple[HistGradientBoostingClassifier, ...]:
    """Trees on these rows, all of points or all of misconceptions; a row wanted in part counts on both sides.

    No sign of `AGREEING` ever lowers the odds.
    """
    return tuple(_grown(rows, seed) for seed in range(TIMES))


def chances(grown_trees: Sequence[HistGradientBoostingClassifier], table: Rows) -> Rows:
    """What they make of each row together, 0..1."""
    odds = np.mean([trees.decision_function(table) for trees in grown_trees], axis=0)
    found: Rows = 1 / (1 + np.exp(-odds))
    return found


def _grown(rows: Sequence[Row], seed: int) -> HistGradientBoostingClassifier:
    table = np.array([row.signs for row in rows])
    wanted = np.array([row.wanted for row in rows])
    trees = HistGradientBoostingClassifier(
        max_iter=400,
        max_leaf_nodes=24,
        max_features=0.3,
        learning_rate=0.05,
        l2_regularization=5.0,
        min_samples_leaf=20,
        early_stopping=False,
        monotonic_cst=[int(name in AGREEING) for name in NAMES],
        random_state=seed,
    )
    part = (wanted > 0) & (wanted < 1)
    labels = np.concatenate([(wanted > 0).astype(int), np.zeros(part.sum(), dtype=int)])
    full = np.array([_weight(row) for row in rows])
    weights = np.concatenate([np.where(part, wanted, full), 1 - wanted[part]])
    return trees.fit(np.vstack([table, table[part]]), labels, sample_weight=weights)


def _weight(row: Row) -> float:
    if row.set in (NEAR_MISSES, ORDINARY) and not row.is_belief:
        return OF_MANY
    if row.kind == "model":
        return MODEL_ANSWER
    return 1.0 if row.is_bank or row.set in EXAMINERS or row.kind == "beside" else OTHER_FIELD


def written(grown_trees: Sequence[HistGradientBoostingClassifier]) -> dict[str, NDArray[Any]]:
    """The trees as `core.interview.boosted_trees.trees_of` reads them: those of all seeds, each for its share."""
    many = len(grown_trees)
    told = [tree.nodes for trees in grown_trees for (tree,) in trees._predictors]
    nodes = np.concatenate(told)
    roots = np.cumsum([0, *(len(tree) for tree in told[:-1])])
    leaf, own = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
    root = np.repeat(roots, [len(tree) for tree in told])
    return {
        "names": np.array(NAMES),
        "start": np.array(sum(float(trees._baseline_prediction.ravel()[0]) for trees in grown_trees) / many),
        "roots": roots.astype(np.int32),
        "feature": np.where(leaf, 0, nodes["feature_idx"]).astype(np.int16),
        "threshold": np.where(leaf, 0.0, nodes["num_threshold"]),
        "left": np.where(leaf, own, root + nodes["left"]).astype(np.int32),
        "right": np.where(leaf, own, root + nodes["right"]).astype(np.int32),
        "value": np.where(leaf, nodes["value"] / many, 0.0).astype(np.float32),
        "depth": np.array(max(int(tree["depth"].max()) for tree in told)),
    }
