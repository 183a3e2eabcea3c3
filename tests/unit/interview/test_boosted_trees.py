"""The trees of marking: read from a file, asked with NumPy, the same as the package that grew them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.ensemble import HistGradientBoostingClassifier

from core.interview.boosted_trees import MOST_LEAVES, Trees, trees_of
from core.interview.point_trees import belief_trees, point_trees
from core.interview.signs import AGREEING, NAMES
from fitting.tree_growth import chances, written


def test_trees_asked_with_numpy_give_what_the_package_gives() -> None:
    chance = np.random.default_rng(3)
    table = chance.normal(size=(400, len(NAMES)))
    wanted = (table[:, 0] + table[:, 1] * table[:, 2] > 0).astype(int)
    grown = [
        HistGradientBoostingClassifier(max_iter=20, max_leaf_nodes=8, max_features=0.3, random_state=seed).fit(
            table, wanted
        )
        for seed in (0, 1)
    ]
    assert np.allclose(trees_of(written(grown[:1])).chance(table), grown[0].predict_proba(table)[:, 1], atol=1e-4)
    together = trees_of(written(grown)).chance(table)
    assert np.allclose(together, chances(grown, table), atol=1e-4)
    assert not np.allclose(together, grown[0].predict_proba(table)[:, 1], atol=1e-2)


both = pytest.mark.parametrize("trees", [point_trees(), belief_trees()], ids=["points", "beliefs"])


@both
def test_trees_of_the_product_were_grown_on_the_signs_that_there_are(trees: Trees) -> None:
    assert trees.names == NAMES and trees.depth >= 3


@both
@given(st.integers(0, 2**32 - 1), st.sampled_from(AGREEING), st.floats(0, 5))
def test_more_agreement_never_lowers_what_a_point_gets(trees: Trees, seed: int, name: str, more: float) -> None:
    row = np.random.default_rng(seed).normal(size=(1, len(NAMES)))
    higher = row.copy()
    higher[0, NAMES.index(name)] += more
    assert trees.odds(higher)[0] >= trees.odds(row)[0] - 1e-9


@both
@pytest.mark.parametrize("rows", [0, 1, 7])
def test_any_number_of_rows_is_answered(trees: Trees, rows: int) -> None:
    assert trees.chance(np.zeros((rows, len(NAMES)))).shape == (rows,)


def line_of_leaves(leaves: int) -> dict[str, np.ndarray]:
    """One tree: is it at most 0? a leaf; else: is it at most 1? a leaf; and so on."""
    inner = leaves - 1
    own = np.arange(2 * leaves - 1)
    is_leaf = (own % 2 == 1) | (own == 2 * inner)
    told = {
        "names": ["a"],
        "start": 0.0,
        "roots": [0],
        "depth": inner,
        "feature": 0 * own,
        "threshold": np.where(is_leaf, 0.0, own / 2),
        "left": np.where(is_leaf, own, own + 1),
        "right": np.where(is_leaf, own, own + 2),
        "value": np.where(is_leaf, own, 0),
    }
    return {name: np.array(value) for name, value in told.items()}


def test_a_tree_may_have_as_many_leaves_as_bits() -> None:
    rows = np.arange(MOST_LEAVES)[:, None] - 0.5
    leaves = trees_of(line_of_leaves(MOST_LEAVES)).odds(rows)
    assert leaves.tolist() == [*range(1, 2 * MOST_LEAVES - 2, 2), 2 * MOST_LEAVES - 2]
    with pytest.raises(ValueError, match="more than 32 leaves"):
        trees_of(line_of_leaves(MOST_LEAVES + 1))


def test_nodes_in_another_order_are_refused() -> None:
    told = line_of_leaves(3)
    told["left"], told["right"] = told["right"], told["left"]
    with pytest.raises(ValueError, match="another order"):
        trees_of(told)
