"""How all wordings of a rubric vote on each stretch of an answer, and where it lies between their middles. Pure.

One wording fits a stretch by chance more often than several of the same point do. So each wording votes for its point
or misconception, the more the nearer it is, and what counts is the share of the vote (a kernel classifier, Nadaraya and
Watson 1964, with the wordings as its examples).
"""

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import odds
from core.interview.heard import Heard, Places
from core.interview.matching import WEIGHTS

VOTES = (
    "share",
    "third share",
    "share of a clause",
    "mean share",
    "among the nearest",
    "lead over points",
    "between middles there",
    "between middles",
    "unity of wordings",
    "three wordings there",
    "all wordings",
)
"""What each column is called. A share is a logarithm, 0 at most; a middle is the mean of a point's wordings."""

SHARPNESS = 1.0
"""What the odds of a wording (cosine and shared words, weighed as in matching) are multiplied by before they vote."""

NEAREST, ALIKE = 10, 1e-3

_NOTHING = 1e-12

Table = NDArray[np.float64]


def votes(answer: Heard, places: Places) -> Table:
    """One row a key point and then one a misconception; `places` says which stretch says each best."""
    mine = answer.owners[:, None] == np.arange(len(places))
    mean = mine / mine.sum(axis=0)
    near = answer.features[:, :, 1:3] @ WEIGHTS[1:3]
    given = np.log(np.exp(SHARPNESS * (near - near.max(axis=1, keepdims=True))) @ mean + _NOTHING)
    shares = given - np.log(np.exp(given).sum(axis=1, keepdims=True))
    over_points = given - given[:, : answer.points].max(axis=1, keepdims=True)
    between, unity = _between_the_middles(answer, mean)
    clauses = np.array([window.is_part for window in answer.windows])
    there, owners = places, np.arange(len(places))
    columns = (
        shares.max(axis=0),
        np.sort(shares, axis=0)[-min(3, len(shares))],
        shares[clauses if clauses.any() else ~clauses].max(axis=0),
        np.exp(shares).mean(axis=0),
        _among_the_nearest(near, mine, there),
        over_points.max(axis=0),
        between[there, owners],
        between.max(axis=0),
        unity,
        _three_best(odds(answer.scores), mine, there),
        (near @ mean).max(axis=0),
    )
    return np.stack(columns, axis=1)


def _among_the_nearest(near: Table, mine: NDArray[np.bool_], there: Places) -> Table:
    """How many times more of a point's wordings are among those nearest to its stretch than among all."""
    nearest = np.argsort(-near[there], axis=1, kind="stable")[:, :NEAREST]
    found = np.array([mine[places, owner].mean() for owner, places in enumerate(nearest)])
    share: Table = found / mine.mean(axis=0)
    return share


def _three_best(said: Table, mine: NDArray[np.bool_], there: Places) -> Table:
    """The mean odds of the three wordings of each point that fit its stretch best."""
    return np.array([np.sort(said[at, mine[:, owner]])[-3:].mean() for owner, at in enumerate(there)])


def _between_the_middles(answer: Heard, mean: Table) -> tuple[Table, Table]:
    """How far each stretch lies from the mean of another point's wordings towards that of its own, for the worst other
    point; and the length of each mean, which is 1 when all of a point's wordings are alike.

    0 is at the other mean, 0.5 half way, 1 at its own. With d = own − other: (s − (own + other) / 2)·d / d·d + 0.5.
    """
    meaning = answer.prepared.meaning
    if meaning is None:
        raise ValueError("the rubric was prepared without an encoder")
    said, alike = answer.features[:, :, 1] @ mean, mean.T @ meaning.alike @ mean
    own = np.diag(alike)
    apart = np.maximum(own[:, None] + own - 2 * alike, ALIKE)
    ways = (said[:, :, None] - said[:, None, :] - (own[:, None] - own) / 2) / apart + 0.5
    ways[:, np.arange(len(own)), np.arange(len(own))] = np.inf
    least = ways.min(axis=2)
    return np.where(np.isfinite(least), least, 1.0), np.sqrt(np.maximum(own, 0.0))
