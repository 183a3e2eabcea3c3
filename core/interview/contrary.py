"""Whether a stretch holds a misconception or says the contrary, as somebody does who knows better. Pure.

Both are made of the same words, so what tells them apart is which wordings a stretch is nearer to: those of the
misconception, or the sentences of its correction and the others that say the contrary.
"""

import math

import numpy as np
from numpy.typing import NDArray

from core.interview.heard import Heard
from core.interview.nearness import nearness
from core.interview.signs import MOST_WORDS

ODDS, LEAN, LENGTH, START = 0.7, 17.0, 0.74, -3.96
"""Weights of a logistic model: the odds (logarithm) that the trees give a misconception, by how much its stretch leans
to it, the logarithm of the answer's words, and a constant. In a short answer something is always the nearest, so there
a stretch has to lean more. `python -m benchmarks.marking_contrary` says what they are worth."""

LEAST = 0.3
"""What the trees make less likely is not about the misconception's subject, whichever way it leans."""

SHORT, NEAR, CLEAR_LEAN = 16, 0.4, 0.08
"""An answer of up to so many words is a plain sentence. The trees were grown on longer ones and say little of it: it
holds a misconception that it is so near to, and leans to by so much, whatever they make of it."""

OF_A_POINT = 0.1
"""In a short answer, a stretch that is nearer to a key point by more than this says that point, in the words of those
who are mistaken: “Fine-tuning: learns to follow instructions” is not about a base model."""

EDGE, SURE, FAR_OFF, LONG = 0.4, 0.55, (0.44, 0.58), 35
"""A misconception is named from the edge on. But in an answer of more words than `LONG`, something is always nearest:
where that is as far from the misconception's wordings as the first number of `FAR_OFF`, it is named only when it is
sure, and from the edge on where it is as near as the second. Set on development answers (docs/marking.md)."""

_AT_CLEAR_LEAN = math.log(EDGE / (1 - EDGE))

_MOST = 0.9999


def closeness(answer: Heard, place: int, at: int) -> float:
    """How near a stretch is to the misconception at a place; 0 if another one is nearer, or a key point far nearer."""
    number = len(answer.prepared.rubric.misconceptions)
    near = nearness(answer.features[[at], :, 1], answer.owners, answer.points + number)[0]
    most = max(near[answer.points :].max(), near[: answer.points].max() - OF_A_POINT)
    return float(near[place]) if near[place] >= most else 0.0


def leaning(answer: Heard, contrary: NDArray[np.float64], place: int) -> NDArray[np.float64]:
    """By how much each stretch is nearer to the misconception at a place than to what says the contrary.

    Args:
        answer: what all stretches say.
        contrary: how near each stretch (rows) is to the contrary of each misconception (columns).
        place: of the misconception, key points counted first.
    """
    wordings = answer.features[:, answer.owners == place, 1]
    mine = nearness(wordings, np.zeros(wordings.shape[1], dtype=np.int64), 1)[:, 0]
    found: NDArray[np.float64] = mine - contrary[:, place - answer.points]
    return found


def weighed(chance: float, lean: float, near: float, words: int) -> float:
    """How likely a misconception is: what the trees make of it, how its stretch leans, how many words the answer has.

    In a short answer how near the stretch is counts in place of the trees. What has no contrary is left to the trees.

    >>> [round(weighed(0.5, lean, 0.5, 40), 2) for lean in (0.2, 0.1, -0.1)], weighed(0.5, math.inf, 0.5, 40)
    ([0.9, 0.62, 0.05], 0.5)
    >>> [round(weighed(0.1, lean, near, 10), 2) for lean, near in ((0.08, 0.4), (0.2, 0.5), (0.0, 0.5), (0.2, 0.3))]
    [0.4, 0.84, 0.15, 0.0]
    """
    if math.isinf(lean):
        return chance
    if words <= SHORT:
        return _likely(LEAN * (lean - CLEAR_LEAN) + _AT_CLEAR_LEAN) if near >= NEAR else 0.0
    if chance < LEAST:
        return chance
    chance = min(chance, _MOST)
    length = math.log(min(max(words, 1), MOST_WORDS))
    return _likely(ODDS * math.log(chance / (1 - chance)) + LEAN * lean + LENGTH * length + START)


def needed(cosine: float, words: int) -> float:
    """How likely a misconception has to be for it to be named, by how near its stretch is to the nearest wording.

    In a long answer, the further the words are that would be quoted, the surer the rest has to be.

    >>> [round(needed(cosine, 40), 2) for cosine in (0.3, 0.51, 0.7)], needed(0.3, 30)
    ([0.55, 0.47, 0.4], 0.4)
    """
    return EDGE if words <= LONG else float(np.interp(cosine, FAR_OFF, (SURE, EDGE)))


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
