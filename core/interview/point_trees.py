"""The trees that weigh the signs of points and misconceptions, as they stand in the package. Reads one file, once."""

import json
from functools import cache
from pathlib import Path

from core.interview.boosted_trees import Trees, trees_of
from core.interview.signs import NAMES

TREES = Path(__file__).with_name("point_trees.json")
"""Grown by benchmarks/marking_fit.py."""


@cache
def point_trees() -> Trees:
    """The trees of marking.

    Raises:
        ValueError: they were grown on other signs than `core.interview.signs` computes.
    """
    trees = trees_of(json.loads(TREES.read_text(encoding="utf-8")))
    if trees.names != NAMES:
        raise ValueError(f"{TREES.name} was grown on other signs; grow it anew with python -m benchmarks.marking_fit")
    return trees
