"""Holds every stretch of an answer against every wording of a rubric. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.interview.embedding import Encoder, unit
from core.interview.phrases import QUESTION_SHARE, Phrase, Prepared
from core.interview.polarity import Conflict, conflict, stance_of
from core.interview.prose import is_list, is_salad
from core.interview.quantities import figure_conflict
from core.interview.windows import Sentence, Span, sentences_of
from core.interview.words import Word, telling_stems, words_of

MEANING_SHARE, WORDS_SHARE = 0.6, 0.4
"""What the cosine of the vectors and the shared words contribute to a score."""

_PREFIX = 5


@dataclass(frozen=True)
class Window:
    """A stretch of the answer: its words, the clauses it holds, and whether it reads as a list or a heap of words."""

    span: Span
    text: str
    stems: frozenset[str]
    clauses: tuple[Span, ...]
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
        for clause in sentence.clauses:
            found.setdefault(clause, _window(text, clause, (clause,), words))
    for one, two in pairwise(sentences):
        pair = Span(one.span.start, two.span.end)
        found.setdefault(pair, _window(text, pair, one.clauses + two.clauses, words))
    return tuple(found.values())


def _window(text: str, span: Span, clauses: tuple[Span, ...], words: tuple[Word, ...]) -> Window:
    inside = [word for word in words if span.start <= word.start < span.end]
    part = text[span.start : span.end]
    return Window(span, part, telling_stems(inside), clauses, is_list(inside), is_salad(inside))


def match(text: str, prepared: Prepared, encoder: Encoder | None) -> Matches:
    """Scores of a text's windows; with an encoder by meaning and words, without one by words alone."""
    windows = windows_of(text)
    words = np.array([[recall(phrase.weights, window.stems) for phrase in prepared.phrases] for window in windows])
    if encoder is None or prepared.vectors is None or prepared.question is None or not windows:
        return Matches(windows, words.reshape(len(windows), len(prepared.phrases)))
    vectors = _vectors(text, windows, sentences_of(text), encoder)
    meaning = np.stack([unit(row - QUESTION_SHARE * prepared.question) for row in vectors]) @ prepared.vectors.T
    return Matches(windows, np.clip(MEANING_SHARE * meaning + WORDS_SHARE * words, 0.0, 1.0))


def _vectors(
    text: str, windows: tuple[Window, ...], sentences: tuple[Sentence, ...], encoder: Encoder
) -> list[NDArray[np.float32]]:
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
    """The share 0..1 of a phrase's weighted stems that a window has.

    >>> recall({"latenc": 1.0, "retriev": 3.0}, frozenset({"retriev"}))
    0.75
    """
    total = sum(weights.values())
    return sum(weight for name, weight in weights.items() if _has(stems, name)) / total if total else 0.0


def _has(stems: frozenset[str], name: str) -> bool:
    if name in stems:
        return True
    if len(name) < _PREFIX or not name.isalpha():
        return False
    return any(len(other) >= _PREFIX and (other.startswith(name) or name.startswith(other)) for other in stems)


def disagreement(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """How plainly a window contradicts a phrase: by negation, antonym, figure, or by naming the rival thing instead."""
    said = conflict(phrase.stance, stance_of(window.text), phrase.weights)
    return max(said, figure_conflict(phrase.text, window.text), _other_thing(phrase, window, prepared))


def _other_thing(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """Possible when the window names what the question sets against the phrase's thing, and never the thing itself."""
    rivals = prepared.rivals - phrase.stance.affirmed - phrase.stance.negated
    swapped = bool(phrase.entities) and not phrase.entities & window.stems and bool(rivals & window.stems)
    return Conflict.POSSIBLE if swapped else Conflict.NONE
