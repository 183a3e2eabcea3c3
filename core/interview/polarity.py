"""Whether two texts say opposite things: negations and antonyms, over the words that they share. Pure.

No model is asked. A negation reaches over its clause; an antonym is an entry of a short list. The rules rather miss
a contradiction than see one in an answer that agrees.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from core.interview.listed import listed
from core.interview.stemming import stem
from core.interview.windows import sentences_of
from core.interview.words import Word, words_of

_WHOLE_CLAUSE = listed("""
    not never cannot cant isnt arent dont doesnt didnt wont wouldnt shouldnt couldnt wasnt werent hasnt havent hadnt
    neednt hardly rarely seldom barely scarcely unable impossible fails fail failed failing fallacy
""")
_FORWARD = listed("""
    no without neither nor lack lacks lacking avoid avoids avoiding avoided skip skips skipping prevent prevents
    preventing stop stops stopping eliminate eliminates eliminating removes remove removing myth wrong false incorrect
    untrue mistake nothing none nobody nowhere less fewer drop drops dropping zero free unlike saves save loses lose
    useless stays stay remains remain leaves leave keeps keep
""")
_SCOPED = listed("instead rather")
_NO_NEGATION_BEFORE = listed("only just merely simply solely necessarily until unless")
_NO_NEGATION_AFTER = listed("why if or whether")
_SOFT = listed(
    """less fewer drop drops dropping free unlike saves save loses lose stays stay remains remain leaves leave keeps
    keep"""
)
"""Words that may turn a meaning round; they keep a contradiction from being seen, and make none."""

_ANTONYMS = {
    "change": (
        "change alter modify update dynamic vary volatile rewrite",
        "static stable frozen freeze fixed unchanged constant untouched",
    ),
    "cost": ("expensive costly pricey", "cheap cheaper cheapest inexpensive affordable"),
    "speed": ("fast quick rapid", "slow"),
    "size": (
        "increase rise raise grow higher high large larger big bigger long longer",
        "decrease reduce lower low shrink small smaller tiny short shorter",
    ),
    "quality": ("better improve", "worse degrade worsen harm hurt"),
    "time": ("before beforehand", "after afterwards"),
    "presence": ("add include insert", "remove delete discard"),
    "sameness": ("same identical equal", "different differ distinct"),
    "effort": ("simple easy", "complex complicated difficult hard"),
    "scope": ("all every whole entire", "fraction few"),
    "direction": ("positive", "negative"),
    "kind": ("public", "private"),
    "permission": ("allow enable", "forbid disallow block"),
    "truth": ("true correct", "false incorrect"),
}
_STRICT = frozenset({"change", "cost", "speed"})
_CONCEPTS = {
    stem(word): (concept, sign)
    for concept, sides in _ANTONYMS.items()
    for sign, side in zip((1, -1), sides, strict=True)
    for word in side.split()
}


class Conflict(IntEnum):
    """How plainly two texts disagree."""

    NONE = 0
    POSSIBLE = 1
    PLAIN = 2


@dataclass(frozen=True)
class Stance:
    """A text's words by the side they stand on: stems affirmed and negated, concepts with their signs."""

    affirmed: frozenset[str]
    negated: frozenset[str]
    concepts: Mapping[str, frozenset[int]]
    negative: bool
    order: tuple[str, ...] = field(default=())
    compares: bool = False

    @property
    def all_negated(self) -> bool:
        """Whether every telling word stands under a negation."""
        return bool(self.negated) and not self.affirmed


@lru_cache(maxsize=8192)
def stance_of(text: str) -> Stance:
    """What a text affirms and what it negates.

    >>> found = stance_of("RAG adds documents, but it does not change the weights")
    >>> sorted(found.affirmed), sorted(found.negated), dict(found.concepts)["change"]
    (['add', 'docu', 'rag'], ['chang', 'weight'], frozenset({-1}))
    """
    affirmed: set[str] = set()
    negated: set[str] = set()
    concepts: dict[str, set[int]] = defaultdict(set)
    negative, order = False, []
    for words in _clauses(text):
        under, soft = _under_negation(words)
        negative = negative or soft or any(under)
        for word, turned in zip(words, under, strict=True):
            if not word.telling and word.stem not in _CONCEPTS:
                continue
            order.append(word.stem)
            if word.telling:
                (negated if turned else affirmed).add(word.stem)
            if word.stem in _CONCEPTS:
                concept, sign = _CONCEPTS[word.stem]
                concepts[concept].add(-sign if turned else sign)
    compares = any(word.text == "than" for word in words_of(text))
    frozen = {name: frozenset(signs) for name, signs in concepts.items()}
    return Stance(frozenset(affirmed), frozenset(negated), frozen, negative, tuple(order), compares)


def _clauses(text: str) -> list[list[Word]]:
    words = words_of(text)
    spans = [clause for sentence in sentences_of(text) for clause in sentence.clauses]
    return [[word for word in words if span.start <= word.start < span.end] for span in spans]


def _under_negation(words: list[Word]) -> tuple[list[bool], bool]:
    """For each word whether it stands under one negation (two cancel), and whether a soft one was seen."""
    turned, soft = [False] * len(words), False
    texts = [word.text.replace("'", "") for word in words]
    for place, text in enumerate(texts):
        if not _negates(texts, place):
            continue
        if text in _SOFT:
            soft = True
            continue
        start = 0 if text in _WHOLE_CLAUSE else place
        turned = [not is_ if at >= start else is_ for at, is_ in enumerate(turned)]
    return turned, soft


def _negates(texts: list[str], place: int) -> bool:
    text, after = texts[place], texts[place + 1] if place + 1 < len(texts) else ""
    before = texts[place - 1] if place else ""
    if text in _SCOPED:
        return after in ("of", "than")
    if text == "not" and (after in _NO_NEGATION_BEFORE or before in _NO_NEGATION_AFTER):
        return False
    if text == "no" and (not after or before == "or"):
        return False
    return text in _WHOLE_CLAUSE or text in _FORWARD


def conflict(phrase: Stance, window: Stance, weights: Mapping[str, float]) -> Conflict:
    """How plainly a stretch of an answer contradicts a phrase; `weights` tell how much each stem of the phrase says."""
    shared = (phrase.affirmed | phrase.negated) & (window.affirmed | window.negated)
    antonyms = _antonym_conflict(phrase, window)
    if antonyms is Conflict.PLAIN and len(shared) >= 1:
        return Conflict.PLAIN
    negation = _negation_conflict(phrase, window, weights)
    return max(negation, Conflict.POSSIBLE if antonyms else Conflict.NONE)


def _antonym_conflict(phrase: Stance, window: Stance) -> Conflict:
    swapped = phrase.compares and window.compares and _swapped(phrase.order, window.order)
    worst = Conflict.NONE
    for concept in phrase.concepts.keys() & window.concepts.keys():
        mine, theirs = phrase.concepts[concept], window.concepts[concept]
        if len(mine) == 1 and len(theirs) == 1 and (mine != theirs) != swapped:
            worst = max(worst, Conflict.PLAIN if concept in _STRICT else Conflict.POSSIBLE)
    return worst


def _swapped(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the first and the last thing that both name come in the other order."""
    shared = [name for name in dict.fromkeys(mine) if name in theirs and name not in _CONCEPTS]
    return len(shared) >= 2 and theirs.index(shared[0]) > theirs.index(shared[-1])


def _negation_conflict(phrase: Stance, window: Stance, weights: Mapping[str, float]) -> Conflict:
    total = sum(weights.values()) or 1.0
    if phrase.negated and not window.negative and not _negative_concept(window):
        there = _weight(phrase.negated & window.affirmed, weights)
        return Conflict.PLAIN if there >= 0.6 * _weight(phrase.negated, weights) > 0 else Conflict.NONE
    if window.negated and not phrase.negative and not _negative_concept(phrase):
        stems = phrase.affirmed | phrase.negated
        turned, kept = _weight(stems & window.negated, weights), _weight(stems & window.affirmed, weights)
        if turned >= 0.25 * total and turned >= 1.5 * kept:
            return Conflict.PLAIN
        if window.all_negated or turned > kept:
            return Conflict.POSSIBLE
    return Conflict.NONE


def _negative_concept(stance: Stance) -> bool:
    return any(-1 in signs for signs in stance.concepts.values())


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in stems)
