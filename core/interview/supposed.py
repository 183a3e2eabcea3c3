"""Which stretches tell what the learner believes: no condition, as “if the model is too small, …” is. Pure."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.interview.matching import Window
from core.interview.words import words_of

_SUPPOSES = re.compile(
    r"\W*(?:(?:and|but|or|so|then|even|only) )*(?:if|when|whenever|unless|in case|as long as|provided|assuming)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 12
_SUBJECT = re.compile(r"\b(?:i|we|you|they|he|she|it|there|nobody|everybody)\b", re.IGNORECASE)
"""A clause that is longer, or has a second subject, has its main clause in it; its writer left out the comma."""


def is_supposed(window: Window) -> bool:
    """Whether a stretch is one clause of several, and a condition: nobody holds what they only suppose."""
    if not (window.is_part and len(window.clauses) == 1 and _SUPPOSES.match(window.text)):
        return False
    return len(words_of(window.text)) <= _MOST_WORDS and len(_SUBJECT.findall(window.text)) <= 1


def own_beliefs(windows: Sequence[Window], lean: NDArray[np.float64]) -> list[int]:
    """Which stretches may tell what the learner believes: none that is only supposed, or told as others' belief.

    Args:
        windows: the stretches.
        lean: by how much each leans to the misconception; what others believe counts where it says the contrary.
    """
    return [
        row
        for row, window in enumerate(windows)
        if not is_supposed(window) and not (window.is_of_others and lean[row] >= 0)
    ]
