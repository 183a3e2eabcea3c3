"""What the stretches of an answer say of all points and misconceptions, once the guards have been asked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import Guards, Scores
from core.interview.matching import Matches, Window
from core.interview.phrases import Prepared
from core.interview.words import words_of

BEARING = 0.2
"""A sentence bears on a rubric from this score on, of any of its stretches for any point or misconception."""

Places = Sequence[int] | NDArray[np.int64]
"""For each point and then misconception a stretch."""


@dataclass(frozen=True)
class Heard:
    """What each stretch (rows) says of all points and then misconceptions (columns), guards applied.

    `scores` and `features` are those of stretches and phrases (columns); `words` is how many words the answer has.
    """

    prepared: Prepared
    windows: tuple[Window, ...]
    scores: Scores
    features: NDArray[np.float64]
    anywhere: NDArray[np.float64]
    guarded: Scores
    contradicted: NDArray[np.bool_]
    readings: tuple[Scores, Scores, Scores]
    words: int

    @cached_property
    def owners(self) -> NDArray[np.int64]:
        """Whose wording each phrase is: the place of its point or misconception."""
        return np.array([phrase.owner for phrase in self.prepared.phrases])

    @cached_property
    def first(self) -> NDArray[np.int64]:
        """Where the wordings of each point or misconception begin among the phrases."""
        return np.flatnonzero(np.diff(self.owners, prepend=-1))

    @property
    def points(self) -> int:
        """How many of the columns are key points."""
        return len(self.prepared.rubric.key_points)

    @cached_property
    def places(self) -> NDArray[np.int64]:
        """The stretch that says each point or misconception best, as far as guards let it."""
        unguarded = np.maximum.reduceat(self.scores, self.first, axis=1)
        is_guarded = self.guarded.any(axis=0)
        found: NDArray[np.int64] = np.where(is_guarded, self.guarded.argmax(axis=0), unguarded.argmax(axis=0))
        return found

    @cached_property
    def bearing(self) -> "Heard":
        """The answer without the sentences that bear on no point and no misconception.

        It is the same answer where every sentence bears on the rubric, or none does.
        """
        spans = np.array([(window.span.start, window.span.end) for window in self.windows])
        is_sentence = np.array([not (window.is_part or window.is_pair) for window in self.windows])
        starts, ends = spans[is_sentence].T
        within = (spans[:, :1] < ends) & (starts < spans[:, 1:])
        tells = (self.scores.max(axis=1) >= BEARING) & (within.sum(axis=1) == 1)
        aside = ~within[tells].any(axis=0)
        kept = np.flatnonzero(~within[:, aside].any(axis=1))
        if len(kept) in (0, len(spans)):
            return self
        beside = [self.windows[row] for row in np.flatnonzero(is_sentence)[aside]]
        return replace(self.only(kept.tolist()), words=self.words - sum(len(words_of(one.text)) for one in beside))

    def only(self, rows: Sequence[int]) -> "Heard":
        """The answer with these stretches only."""
        free, disputed, plain = self.readings
        return replace(
            self,
            windows=tuple(self.windows[row] for row in rows),
            scores=self.scores[rows],
            features=self.features[rows],
            guarded=self.guarded[rows],
            contradicted=self.contradicted[rows],
            readings=(free[rows], disputed[rows], plain[rows]),
        )


def heard(matches: Matches, guards: Guards, prepared: Prepared, words: int) -> Heard:
    """What an answer's stretches say, each guard asked once."""
    readings = guards.readings(matches.scores)
    guarded, contradicted = guards.applied(readings)
    found, anywhere = matches.features, matches.anywhere
    return Heard(prepared, matches.windows, matches.scores, found, anywhere, guarded, contradicted, readings, words)
