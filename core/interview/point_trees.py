"""The trees that weigh the signs of points and misconceptions, as they stand in the package. Reads two files, once."""

from functools import cache
from pathlib import Path

import numpy as np

from core.interview.boosted_trees import Trees, trees_of
from core.interview.signs import NAMES

POINT_TREES, BELIEF_TREES = (Path(__file__).with_name(f"{what}_trees.npz") for what in ("point", "belief"))
"""Grown by fitting/point_trees.py."""


@cache
def point_trees() -> Trees:
    """The trees of key points.

    Raises:
        ValueError: they were grown on other signs than `core.interview.signs` computes.
    """
    return _read(POINT_TREES)


@cache
def belief_trees() -> Trees:
    """The trees of misconceptions.

    Raises:
        ValueError: they were grown on other signs than `core.interview.signs` computes.
    """
    return _read(BELIEF_TREES)


def _read(path: Path) -> Trees:
    with np.load(path, allow_pickle=False) as told:
        trees = trees_of(told)
    if trees.names != NAMES:
        raise ValueError(f"{path.name} was grown on other signs; grow it anew with python -m fitting.point_trees")
    return trees
