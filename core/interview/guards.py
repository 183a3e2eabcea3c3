"""Takes scores back where words match and the meaning does not: lists, heaps of words, contradictions. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.interview.contradiction import Conflict
from core.interview.disagreement import disagreement
from core.interview.matching import Window
from core.interview.phrases import Prepared

Scores = NDArray[np.float64]

FLOOR = 0.2
"""A score below this earns nothing, so that its guards need not be asked."""

LISTED, CONTRADICTED, DOUBTED = 0.2, 0.2, 0.35
"""The most that a stretch earns if it is a list, if it plainly contradicts, and if it may contradict."""

_CLEAR_LEAD = 0.5
"""By how much the odds (logarithm) of a wording that agrees must beat one that is contradicted, for the stretch to
count; and those of a misconception a point's, for the point not to."""

_FAR_LEAD, _LIKELY_BELIEF = 3.0, 0.5


class Guards:
    """What holds back the stretches of one answer; each is asked once, whatever the scores."""

    def __init__(self, windows: tuple[Window, ...], prepared: Prepared, whole_is_heap: bool) -> None:
        self._windows, self._prepared = windows, prepared
        self._owners = 1 + max(phrase.owner for phrase in prepared.phrases)
        fair = prepared.asks_for_terms
        self._is_heap = [not fair and (whole_is_heap or window.is_list or window.is_salad) for window in windows]
        self._said: dict[tuple[int, int], Conflict] = {}

    def applied(self, readings: tuple[Scores, Scores, Scores]) -> tuple[Scores, NDArray[np.bool_]]:
        """Scores of windows (rows) for key points and misconceptions (columns), and which of them are contradicted.

        Args:
            readings: what `readings` found.
        """
        clean, plain = self._standing(readings), readings[2]
        contradicted = (plain > 0) & (odds(clean) < odds(plain) + _CLEAR_LEAD)
        around = _around(np.where(contradicted, plain, 0.0), self._windows)
        left = np.where(clean < around, np.minimum(clean, DOUBTED), clean)
        held = contradicted | _reaching(np.where(contradicted, plain, 0.0), clean, self._windows)
        left = np.where(held, np.minimum(left, CONTRADICTED), left)
        return _less_sure_beside_a_belief(left, len(self._prepared.rubric.key_points)), contradicted

    def readings(self, scores: Scores) -> tuple[Scores, Scores, Scores]:
        """The best score of each owner (columns) on each window (rows): undisputed, perhaps and plainly contradicted.

        Args:
            scores: of windows (rows) for phrases (columns), 0..1.
        """
        shape = (len(self._windows), self._owners)
        found = {kind: np.zeros(shape) for kind in Conflict}
        owners = [phrase.owner for phrase in self._prepared.phrases]
        for row, column in zip(*np.nonzero(scores >= FLOOR), strict=True):
            kind, owner = self._disagreement(int(row), int(column)), owners[column]
            found[kind][row, owner] = max(found[kind][row, owner], float(scores[row, column]))
        return found[Conflict.NONE], found[Conflict.POSSIBLE], found[Conflict.PLAIN]

    def _standing(self, readings: tuple[Scores, Scores, Scores]) -> Scores:
        """The best score of each point and misconception, lowered where it is contradicted, or said in a mere list."""
        free, disputed, plain = readings
        clean = np.maximum(free, np.maximum(np.minimum(disputed, DOUBTED), np.minimum(plain, CONTRADICTED)))
        listed = np.minimum(np.maximum(free, np.maximum(disputed, plain)), LISTED)
        found: Scores = np.where(np.array(self._is_heap)[:, None], listed, clean)
        return found

    def _disagreement(self, row: int, column: int) -> Conflict:
        found = self._said.get((row, column))
        if found is None:
            found = disagreement(self._prepared.phrases[column], self._windows[row], self._prepared)
            self._said[row, column] = found
        return found


def _less_sure_beside_a_belief(scores: Scores, points: int) -> Scores:
    """The scores, where a point is at most “not sure” on a stretch that shows a misconception more clearly."""
    if scores.shape[1] == points:
        return scores
    belief, said = scores[:, points:].max(axis=1, keepdims=True), scores[:, :points]
    behind = (belief >= _LIKELY_BELIEF) & (odds(belief) >= odds(said) + _CLEAR_LEAD)
    return np.hstack([np.where(behind, np.minimum(said, DOUBTED), said), scores[:, points:]])


def odds(scores: Scores) -> Scores:
    """The logarithm of the odds of scores 0..1, within what a logistic model gives."""
    kept = np.minimum(np.maximum(scores, 1e-6), 1 - 1e-6)
    found: Scores = np.log(kept / (1 - kept))
    return found


def _reaching(strengths: Scores, clean: Scores, windows: tuple[Window, ...]) -> NDArray[np.bool_]:
    """Where a window holds a contradicted clause, unless the whole of it agrees far more plainly."""
    reaching = np.zeros(strengths.shape, dtype=bool)
    for row, window in enumerate(windows):
        if len(window.clauses) == 1 and strengths[row].any():
            holding = [at for at, other in enumerate(windows) if window.span in other.clauses]
            outdone = odds(clean[holding]) >= odds(strengths[row]) + _FAR_LEAD
            reaching[holding] |= (strengths[row] > 0) & ~outdone
    return reaching


def _around(strengths: Scores, windows: tuple[Window, ...]) -> Scores:
    """For each window that is a clause of a contradicted sentence, how strongly that is contradicted; else 0."""
    around = np.zeros_like(strengths)
    for row, window in enumerate(windows):
        if len(window.clauses) > 1 and strengths[row].any():
            inside = [at for at, other in enumerate(windows) if other.span in window.clauses]
            around[inside] = np.maximum(around[inside], strengths[row])
    return around
