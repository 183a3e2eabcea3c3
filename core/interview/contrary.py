"""Whether a stretch says the contrary of a misconception, as somebody does who knows better. Pure.

Both are made of the same words, so what tells them apart is which wordings a stretch is nearer to: those of the
misconception, or the sentences of its correction and the others that say the contrary.
"""

import numpy as np
from numpy.typing import NDArray

from core.interview.heard import Heard

LEAD = 0.08
"""By how much (cosine) a stretch must be nearer to a sentence of the contrary than to the belief's nearest wordings."""

_NEAREST = 3
"""A belief has many wordings, so that one of them may be near by chance; these are looked at together."""


def says_contrary(answer: Heard, contrary: NDArray[np.float64], place: int) -> NDArray[np.bool_]:
    """For each stretch whether it says the contrary of the misconception at a place.

    Args:
        answer: what all stretches say.
        contrary: the cosine of each stretch (rows) with the nearest contrary of each misconception (columns).
        place: of the misconception, key points counted first.
    """
    wordings = answer.features[:, answer.owners == place, 1]
    nearest = np.sort(wordings, axis=1)[:, -_NEAREST:].mean(axis=1)
    found: NDArray[np.bool_] = contrary[:, place - answer.points] > nearest + LEAD
    return found
