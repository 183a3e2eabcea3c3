"""How each point and misconception stands among the others of its rubric, by cosine, in one answer. Pure.

A stretch that is near to everything in a rubric says little of any point; these signs tell what is nearer.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import odds
from core.interview.heard import Heard

STANDING = (
    "cosine off the middle",
    "off the middle there",
    "lead",
    "lead there",
    "above the answer",
    "cosine of stretches",
    "spread",
    "nearer there",
    "nearer anywhere",
    "points there",
    "beliefs there",
    "where",
    "words of the wording",
    "unguarded there",
    "belief anywhere",
)
"""What each column is called. The middle is the mean of the key points; a lead is over the nearest other point."""

_FAR, _NOTHING = -1.0, -10.0


def standing(answer: Heard, places: Sequence[int]) -> NDArray[np.float64]:
    """One row a key point and then one a misconception; `places` says which stretch says each best."""
    owners, number, end = answer.owners, answer.points, answer.windows[-1].span.end
    first = np.flatnonzero(np.diff(owners, prepend=-1))
    best = np.maximum.reduceat(answer.features[:, :, 1], first, axis=1)
    middle = np.maximum.reduceat(_off_the_middle(answer, first), first, axis=1)
    said = odds(np.maximum.reduceat(answer.scores, first, axis=1))
    believed = odds(answer.guarded[:, number:].max(axis=0, initial=0.0))
    tops, rows = best.max(axis=0), []
    for owner, at in enumerate(places):
        own, rest = best[:, owner], [place for place in range(number) if place != owner]
        beliefs = [place for place in range(number, len(places)) if place != owner]
        lead = own - best[:, rest].max(axis=1, initial=0.0)
        nearer = (best[at] > own[at]).sum(), (tops > tops[owner]).sum()
        there = best[at, rest].max(initial=_FAR), best[at, beliefs].max(initial=_FAR)
        wording = answer.windows[at].span.start / end, _told(answer, owner, at), said[at, owner]
        others = believed[[place - number for place in beliefs]].max(initial=_NOTHING)
        row = (middle[:, owner].max(), middle[at, owner], lead.max(), lead[at])
        spread = tops[owner] - own.mean(), own.mean(), own.std()
        rows.append((*row, *spread, *nearer, *there, *wording, others))
    return np.array(rows, dtype=np.float64)


def _told(answer: Heard, owner: int, at: int) -> int:
    """How many telling words the wording has that fits the stretch best."""
    mine = np.flatnonzero(answer.owners == owner)
    return len(answer.prepared.phrases[int(mine[answer.scores[at, mine].argmax()])].weights)


def _off_the_middle(answer: Heard, first: NDArray[np.int64]) -> NDArray[np.float64]:
    """Cosines of stretches and wordings once the middle of the key points is taken off both, from the cosines before.

    All vectors have length 1, so (s − m)·(p − m) = s·p − s·m − m·p + m·m, where m is a mean of wordings.
    """
    meaning, cosines = answer.prepared.meaning, answer.features[:, :, 1]
    if meaning is None:
        raise ValueError("the rubric was prepared without an encoder")
    alike = meaning.alike
    share = _shares_of_the_middle(answer, alike, first)
    windows, phrases = cosines @ share, alike @ share
    middle = float(share @ phrases)
    far = np.sqrt(np.maximum(1 - 2 * windows + middle, 1e-9)), np.sqrt(np.maximum(1 - 2 * phrases + middle, 1e-9))
    found: NDArray[np.float64] = (cosines - windows[:, None] - phrases + middle) / (far[0][:, None] * far[1])
    return found


def _shares_of_the_middle(answer: Heard, alike: NDArray[np.float64], first: NDArray[np.int64]) -> NDArray[np.float64]:
    """What each wording has in the mean of the points' unit means."""
    share = np.zeros(len(alike))
    for mine in np.split(np.arange(len(share)), first[1:])[: answer.points]:
        share[mine] = 1 / np.sqrt(max(float(alike[np.ix_(mine, mine)].sum()), 1e-9))
    return share / answer.points
