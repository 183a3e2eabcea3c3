"""Which stretch of an answer is shown as the words that say a point. The verdict does not hang on it. Pure."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.interview.heard import Heard
from core.interview.matching import Window
from core.interview.nearness import nearness
from core.interview.windows import Span
from core.interview.words import words_of

MEANING, WORDS = 9.8, 3.0
"""What nearness of meaning and shared words weigh, each to all wordings of a point together: a scrap of a sentence may
be near to one of twenty wordings by chance, hardly to most of them."""

OF_TWO, OF_A_CLAUSE = 1.0, 0.5
"""By how much more two sentences have to tell than one, and a clause than its sentence, to be quoted in its place."""

READ_WHOLE = 20
"""A sentence of up to so many words is quoted whole: it is read at a glance, and its clauses are half a thought."""


def telling(answer: Heard, places: Sequence[int]) -> list[Span]:
    """For each of some points and misconceptions the stretch that says it best, out of those of `answer`.

    Guards are not asked: most of what they doubt is right.
    """
    number = 1 + int(answer.owners.max())
    near, said = (nearness(answer.features[:, :, sign], answer.owners, number) for sign in (1, 2))
    worth = (MEANING * near + WORDS * said)[:, places]
    worth[[window.is_pair for window in answer.windows]] -= OF_TWO
    best = [_around(answer.windows, int(column.argmax()), column) for column in worth.T]
    return [answer.windows[at].span for at in best]


def _around(windows: Sequence[Window], at: int, worth: NDArray[np.float64]) -> int:
    """The sentence of a clause, where it is short or says nearly as much; else the clause itself."""
    clause = windows[at]
    for row, one in enumerate(windows) if clause.is_part else ():
        if not (one.is_part or one.is_pair) and clause.span.is_within(one.span):
            says_as_much = worth[at] - worth[row] < OF_A_CLAUSE
            return row if says_as_much or len(words_of(one.text)) <= READ_WHOLE else at
    return at
