"""Takes scores back where words match and the meaning does not: lists, heaps of words, contradictions. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.interview.matching import Matches, Window, disagreement
from core.interview.phrases import Prepared
from core.interview.polarity import Conflict

Scores = NDArray[np.float64]

FLOOR = 0.2
"""A score below this earns nothing, so that its guards need not be asked."""

LISTED, CONTRADICTED, DOUBTED = 0.2, 0.2, 0.35
"""The most that a stretch earns that is a list, that plainly contradicts, that may contradict."""

_CLEAR_LEAD = 0.5
"""By how much the odds (logarithm) of a wording that agrees must beat one that is contradicted, for the stretch to
count; and those of a misconception a point's, for the point not to."""

_FAR_LEAD, _LIKELY_BELIEF = 3.0, 0.5


def guarded(matches: Matches, prepared: Prepared, whole_is_heap: bool) -> Scores:
    """Scores of windows (rows) for key points and misconceptions (columns), guards applied."""
    owners = 1 + max(phrase.owner for phrase in prepared.phrases)
    clean, plain = np.zeros((len(matches.windows), owners)), np.zeros((len(matches.windows), owners))
    for row, column in zip(*np.nonzero(matches.scores >= FLOOR), strict=True):
        window, phrase, score = matches.windows[row], prepared.phrases[column], float(matches.scores[row, column])
        said = disagreement(phrase, window, prepared)
        is_heap = whole_is_heap or window.is_list or window.is_salad
        if said is Conflict.PLAIN:
            plain[row, phrase.owner] = max(plain[row, phrase.owner], score)
        clean[row, phrase.owner] = max(
            clean[row, phrase.owner], _allowed(score, said, is_heap and not prepared.asks_for_terms)
        )
    contradicted = (plain > 0) & (odds(clean) < odds(plain) + _CLEAR_LEAD)
    around = _around(np.where(contradicted, plain, 0.0), matches.windows)
    scores = np.where(clean < around, np.minimum(clean, DOUBTED), clean)
    held = contradicted | _reaching(np.where(contradicted, plain, 0.0), clean, matches.windows)
    scores = np.where(held, np.minimum(scores, CONTRADICTED), scores)
    return _less_sure_beside_a_belief(scores, len(prepared.rubric.key_points))


def _less_sure_beside_a_belief(scores: Scores, points: int) -> Scores:
    """The same, with points that lie behind a misconception on their stretch at most not sure."""
    if scores.shape[1] == points:
        return scores
    belief, said = scores[:, points:].max(axis=1, keepdims=True), scores[:, :points]
    behind = (belief >= _LIKELY_BELIEF) & (odds(belief) >= odds(said) + _CLEAR_LEAD)
    return np.hstack([np.where(behind, np.minimum(said, DOUBTED), said), scores[:, points:]])


def odds(scores: Scores) -> Scores:
    """The logarithm of the odds of scores 0..1, within what a logistic model gives."""
    kept = np.clip(scores, 1e-6, 1 - 1e-6)
    found: Scores = np.log(kept / (1 - kept))
    return found


def _allowed(score: float, said: Conflict, is_heap: bool) -> float:
    if is_heap:
        return min(score, LISTED)
    if said is Conflict.PLAIN:
        return min(score, CONTRADICTED)
    return min(score, DOUBTED) if said is Conflict.POSSIBLE else score


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
    """For each window the strength of the contradicted sentence that it is a clause of, else 0."""
    around = np.zeros_like(strengths)
    for row, window in enumerate(windows):
        if len(window.clauses) > 1 and strengths[row].any():
            inside = [at for at, other in enumerate(windows) if other.span in window.clauses]
            around[inside] = np.maximum(around[inside], strengths[row])
    return around
