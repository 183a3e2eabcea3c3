"""How near texts are to several wordings of one thing, taken together. Pure."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

SHARPNESS = 10.0
"""How much more the nearer wordings count: at 0 it is the mean of all cosines, without end the nearest alone."""


def nearness(cosines: NDArray[np.floating[Any]], owners: NDArray[np.int64], number: int) -> NDArray[np.float64]:
    """How near each text (rows) is to each thing (columns): its cosines with that thing's wordings, made into one.

    `owners` says of which thing each column is a wording. What has no wordings is infinitely far.

    >>> nearness(np.array([[0.5, 0.5, 0.1]]), np.array([0, 0, 1]), 3).round(2).tolist()
    [[0.5, 0.1, -inf]]
    """
    mine = owners[:, None] == np.arange(number)
    share = mine / np.maximum(mine.sum(axis=0), 1)
    with np.errstate(divide="ignore"):
        found: NDArray[np.float64] = np.log(np.exp(SHARPNESS * cosines) @ share) / SHARPNESS
    return found
