"""Holds every stretch of an answer against every wording of a rubric. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.interview.embedding import Encoder, Vector, unit
from core.interview.phrases import QUESTION_SHARE, USUAL_CROWDING, Phrase, Prepared
from core.interview.polarity import Conflict, conflict, stance_of
from core.interview.prose import is_list, is_salad
from core.interview.quantities import figure_conflict
from core.interview.windows import Sentence, Span, sentences_of
from core.interview.words import Word, telling_stems, words_of

MEANING_SHARE, WORDS_SHARE = 0.55, 0.45
"""What the cosine of the vectors and the shared words contribute to a score."""

CROWDING_SHARE = 0.3
"""How much of a phrase's crowding is taken off its cosines."""

RIVALRY = 0.6
"""How much of another point's lead on the same stretch a point loses: a sentence rarely makes two points."""

_THIN_WORDS, _THIN_LOSS, _DOUBT = 3, 0.08, 0.3

_PREFIX = 5
_MOST_OF_IT = 0.4


@dataclass(frozen=True)
class Window:
    """A stretch of the answer: its words, the clauses it holds, and whether it reads as a list or a heap of words.

    `carried` are the words of the clause before, which a clause that begins with “and” may speak of.
    """

    span: Span
    text: str
    stems: frozenset[str]
    clauses: tuple[Span, ...]
    carried: frozenset[str] = frozenset()
    is_list: bool = False
    is_salad: bool = False


@dataclass(frozen=True)
class Matches:
    """Scores of all windows (rows) against all phrases (columns), 0..1."""

    windows: tuple[Window, ...]
    scores: NDArray[np.float64]


def windows_of(text: str) -> tuple[Window, ...]:
    """Sentences, clauses and pairs of neighbouring sentences, each once, in this order."""
    sentences, words = sentences_of(text), words_of(text)
    found = {s.span: _window(text, s.span, s.clauses, words) for s in sentences}
    for sentence in sentences:
        before = frozenset[str]()
        for clause in sentence.clauses:
            window = _window(text, clause, (clause,), words)
            goes_on = window.text.lower().startswith(("and ", "or ", "then ", "but "))
            found.setdefault(clause, replace(window, carried=before) if goes_on else window)
            before = window.stems
    for one, two in pairwise(sentences):
        pair = Span(one.span.start, two.span.end)
        found.setdefault(pair, _window(text, pair, one.clauses + two.clauses, words))
    return tuple(found.values())


def _window(text: str, span: Span, clauses: tuple[Span, ...], words: tuple[Word, ...]) -> Window:
    inside = [word for word in words if span.start <= word.start < span.end]
    part = text[span.start : span.end]
    return Window(span, part, telling_stems(inside), clauses, is_list=is_list(inside, text), is_salad=is_salad(inside))


def match(text: str, prepared: Prepared, encoder: Encoder | None) -> Matches:
    """Scores of a text's windows; with an encoder by meaning and words, without one by words alone."""
    windows = windows_of(text)
    shape = (len(windows), len(prepared.phrases))
    scores = _recalls(windows, prepared).reshape(shape)
    if encoder is not None and prepared.vectors is not None and windows:
        meaning = _meaning(_vectors(text, windows, sentences_of(text), encoder), prepared)
        thin = np.array([max(0, _THIN_WORDS - len(window.stems)) for window in windows])
        scores = MEANING_SHARE * meaning + WORDS_SHARE * scores - _THIN_LOSS * thin[:, None]
    bonus = np.array([phrase.bonus for phrase in prepared.phrases])
    return Matches(windows, np.clip(_less_rivals(scores, prepared) + bonus, 0.0, 1.0))


def _meaning(vectors: list[Vector], prepared: Prepared) -> NDArray[np.float64]:
    assert prepared.vectors is not None and prepared.question is not None and prepared.crowding is not None
    rows = np.stack([unit(vector - QUESTION_SHARE * prepared.question) for vector in vectors])
    cosines = rows @ prepared.vectors.T - CROWDING_SHARE * (prepared.crowding - USUAL_CROWDING)
    return np.asarray(cosines, dtype=np.float64)


def _less_rivals(scores: NDArray[np.float64], prepared: Prepared) -> NDArray[np.float64]:
    """Scores less a share of the lead that the best other point has on the same window."""
    owners = np.array([phrase.owner for phrase in prepared.phrases])
    if owners.max() == 0 or not len(scores):
        return scores
    best = np.stack([scores[:, owners == owner].max(axis=1) for owner in range(owners.max() + 1)], axis=1)
    ranked = np.sort(best, axis=1)
    other = np.where(best == ranked[:, -1:], ranked[:, -2:-1], ranked[:, -1:])
    lead = np.maximum(0.0, other - best)
    less: NDArray[np.float64] = scores - RIVALRY * lead[:, owners]
    return less


def _vectors(text: str, windows: tuple[Window, ...], sentences: tuple[Sentence, ...], encoder: Encoder) -> list[Vector]:
    """One vector a window. Each sentence is read once; clauses and pairs are means over the pieces that were read."""
    read = [(s.span, encoder.encode(text[s.span.start : s.span.end])) for s in sentences]
    vectors = []
    for window in windows:
        parts = [
            encoded.of(max(window.span.start - span.start, -1), window.span.end - span.start)
            for span, encoded in read
            if span.start < window.span.end and window.span.start < span.end
        ]
        vectors.append(unit(np.sum(parts, axis=0)))
    return vectors


def recall(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    """The share 0..1 of a phrase's weighted stems that a window has, a little less for phrases of few words.

    >>> round(recall({"latenc": 0.7, "retriev": 2.0}, frozenset({"retriev"})), 3)
    0.667
    """
    there = _present(list(weights), stems)
    return sum(w for w, is_there in zip(weights.values(), there, strict=True) if is_there) / (
        sum(weights.values()) + _DOUBT
    )


def _recalls(windows: tuple[Window, ...], prepared: Prepared) -> NDArray[np.float64]:
    """`recall` of every window (row) for every phrase (column), each stem looked for once a window."""
    names = list(dict.fromkeys(name for phrase in prepared.phrases for name in phrase.weights))
    weights = np.array([[phrase.weights.get(name, 0.0) for name in names] for phrase in prepared.phrases])
    found = np.array([_present(names, window.stems) for window in windows], dtype=np.float64)
    recalls: NDArray[np.float64] = found.reshape(len(windows), len(names)) @ weights.T / (weights.sum(axis=1) + _DOUBT)
    return recalls


def _present(names: list[str], stems: frozenset[str]) -> list[bool]:
    """For each stem whether a window has it, or one that begins as it does (“evalu” and “eval”, from five letters)."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in stems:
        longer[name[:_PREFIX]].append(name)
    return [name in stems or _begins(name, longer.get(name[:_PREFIX], [])) for name in names]


def _begins(name: str, others: list[str]) -> bool:
    return len(name) >= _PREFIX and name.isalpha() and any(o.startswith(name) or name.startswith(o) for o in others)


def disagreement(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """How plainly a window contradicts a phrase: by negation, antonym, figure, or by naming the rival thing instead."""
    said = conflict(phrase.stance, stance_of(window.text), phrase.weights)
    return max(said, figure_conflict(phrase.text, window.text), _other_thing(phrase, window, prepared))


def _other_thing(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """Whether a clause says the phrase's words of what the question sets against the phrase's thing."""
    mine = phrase.stance.stems & prepared.rivals
    theirs = window.stems & prepared.rivals or window.carried & prepared.rivals
    if not mine or not theirs or mine & theirs or len(window.clauses) > 1:
        return Conflict.NONE
    rest = {name: weight for name, weight in phrase.weights.items() if name not in prepared.rivals}
    return Conflict.PLAIN if recall(rest, window.stems) >= _MOST_OF_IT else Conflict.POSSIBLE
