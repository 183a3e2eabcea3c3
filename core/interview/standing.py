"""How each point and misconception stands among the others of its rubric, by cosine, in one answer. Pure.

A stretch that is near to everything in a rubric says little of any point; these signs tell what is nearer.
"""

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import odds
from core.interview.heard import Heard, Places

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


def standing(answer: Heard, places: Places) -> NDArray[np.float64]:
    """One row a key point and then one a misconception; `places` says which stretch says each best."""
    first, every, is_point = answer.first, np.arange(len(places)), np.arange(len(places)) < answer.points
    best = np.maximum.reduceat(answer.features[:, :, 1], first, axis=1)
    middle = np.maximum.reduceat(_off_the_middle(answer, first), first, axis=1)
    said = odds(np.maximum.reduceat(answer.scores, first, axis=1))
    believed = odds(answer.guarded.max(axis=0))
    is_other = every[:, None] != every
    rivals, beliefs = is_other & is_point, is_other & ~is_point
    others = np.broadcast_to(best[:, None, :], (len(best), *rivals.shape))
    lead = best - others.max(axis=2, where=rivals, initial=0.0)
    tops, there = best.max(axis=0), best[places]
    starts = np.array([answer.windows[at].span.start for at in places])
    columns = (
        middle.max(axis=0),
        middle[places, every],
        lead.max(axis=0),
        lead[places, every],
        tops - best.mean(axis=0),
        best.mean(axis=0),
        best.std(axis=0),
        (there > there[every, every][:, None]).sum(axis=1),
        (tops > tops[:, None]).sum(axis=1),
        there.max(axis=1, where=rivals, initial=_FAR),
        there.max(axis=1, where=beliefs, initial=_FAR),
        starts / answer.windows[-1].span.end,
        np.array([_told(answer, owner, int(at)) for owner, at in enumerate(places)]),
        said[places, every],
        np.broadcast_to(believed, rivals.shape).max(axis=1, where=beliefs, initial=_NOTHING),
    )
    return np.stack(columns, axis=1).astype(np.float64)


def _told(answer: Heard, owner: int, at: int) -> int:
    """The number of telling words in the wording that fits the stretch best."""
    start, end = answer.first[owner], answer.first[owner + 1] if owner + 1 < len(answer.first) else None
    return len(answer.prepared.phrases[int(start + answer.scores[at, start:end].argmax())].weights)


def _off_the_middle(answer: Heard, first: NDArray[np.int64]) -> NDArray[np.float64]:
    """Cosines of stretches and wordings after the mean of all key points is subtracted from both.

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
    """The weight of each wording in the mean over all key points, each of which counts the same."""
    share = np.zeros(len(alike))
    for mine in np.split(np.arange(len(share)), first[1:])[: answer.points]:
        share[mine] = 1 / np.sqrt(max(float(alike[np.ix_(mine, mine)].sum()), 1e-9))
    return share / answer.points
