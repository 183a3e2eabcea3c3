"""Whether two texts say opposite things: negations and antonyms, over the words that they share. Pure.

No model is asked. A negation reaches over its clause; an antonym is an entry of a short list. The rules rather miss
a contradiction than see one in an answer that agrees.
"""

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from core.interview.polarity import CONCEPTS, Stance, stance_of
from core.interview.windows import sentences_of
from core.text.stemming import stem

_PLAIN_SHARE, _PLAIN_LEAD = 0.2, 1.5
"""Plain from this share of a phrase's weight that is said the other way, and this many times what is said alike."""
_LEAST_AGAINST, _MOST_OF_A_CLAUSE = 2, 0.6
"""From so many words that are said the other way, and this share of a clause's, two clauses may contradict."""
_LESS = stem("less")
_STRICT = frozenset({"change", "cost", "speed"})
"""Concepts whose antonyms contradict plainly; those of the others only may."""


class Conflict(IntEnum):
    """How plainly two texts disagree."""

    NONE = 0
    POSSIBLE = 1
    PLAIN = 2


def conflict(phrase: Stance, window: Stance, weights: Mapping[str, float]) -> Conflict:
    """How plainly a stretch of an answer contradicts a phrase; `weights` tell how much each stem of the phrase says."""
    antonyms = _antonym_conflict(phrase, window) if phrase.stems & window.stems else Conflict.NONE
    return max(antonyms, _measure_conflict(phrase, window), _negation_conflict(phrase, window, weights))


def clause_conflict(phrase: str, window: str) -> Conflict:
    """Possible when a clause of one affirms most of what a clause of the other negates.

    >>> clause_conflict("The wiki changes, and facts that change are not trained in.", "The wiki does not change.").name
    'POSSIBLE'
    """
    for mine in _clause_stances(phrase):
        for theirs in _clause_stances(window):
            shared = mine.stems & theirs.stems
            against = (mine.affirmed & theirs.negated) | (mine.negated & theirs.affirmed)
            if (
                len(against) >= _LEAST_AGAINST
                and len(against) >= _MOST_OF_A_CLAUSE * len(mine.stems)
                and against == shared
            ):
                return Conflict.POSSIBLE
    return Conflict.NONE


@lru_cache(maxsize=8192)
def _clause_stances(text: str) -> tuple[Stance, ...]:
    clauses = [clause for sentence in sentences_of(text) for clause in sentence.clauses]
    return tuple(stance_of(text[span.start : span.end]) for span in clauses) if len(clauses) > 1 else (stance_of(text),)


def _antonym_conflict(phrase: Stance, window: Stance) -> Conflict:
    swapped = phrase.compares and window.compares and _swapped(phrase.order, window.order)
    worst = Conflict.NONE
    for concept in phrase.concepts.keys() & window.concepts.keys():
        mine, theirs = phrase.concepts[concept], window.concepts[concept]
        if len(mine) == 1 and len(theirs) == 1 and (mine != theirs) != swapped:
            worst = max(worst, Conflict.PLAIN if concept in _STRICT else Conflict.POSSIBLE)
    return worst


def _measure_conflict(phrase: Stance, window: Stance) -> Conflict:
    """“Less dense than” and “denser than” say the opposite, unless what is compared is swapped too."""
    mine, theirs = _lessened(phrase), _lessened(window)
    if not (phrase.compares and window.compares and mine != theirs):
        return Conflict.NONE
    measured = (mine & window.stems) | (theirs & phrase.stems)
    return Conflict.PLAIN if measured and not _swapped(phrase.order, window.order) else Conflict.NONE


def _lessened(stance: Stance) -> frozenset[str]:
    return frozenset(two for one, two in pairwise(stance.order) if one == _LESS)


def _swapped(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the first and the last thing that both name come in the other order."""
    shared = [name for name in dict.fromkeys(mine) if name in theirs and name not in CONCEPTS]
    return len(shared) >= 2 and theirs.index(shared[0]) > theirs.index(shared[-1])


def _negation_conflict(phrase: Stance, window: Stance, weights: Mapping[str, float]) -> Conflict:
    """By the weight of shared words that one side affirms and the other negates, against those on the same side."""
    against = (phrase.affirmed & window.negated) | (phrase.negated & window.affirmed)
    alike = (phrase.affirmed & window.affirmed) | (phrase.negated & window.negated)
    disagreeing, agreeing = _weight(against - alike, weights), _weight(alike, weights)
    if disagreeing >= _PLAIN_SHARE * sum(weights.values()) and disagreeing >= _PLAIN_LEAD * agreeing:
        return Conflict.PLAIN
    one_sided = window.all_negated and not phrase.negated and not phrase.softened
    return Conflict.POSSIBLE if one_sided or disagreeing > agreeing else Conflict.NONE


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in stems)
