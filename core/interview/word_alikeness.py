"""How much of a phrase's words a stretch of an answer has, the same word or one that means nearly the same. Pure.

Each word has the vector that the model gives it in its sentence, so “replies” finds “answers” and “a lookup” finds
“retrieval”. A word of the phrase is held against every word of the stretch and counts by the best of them; one with
the same stem counts whole. (The sum of best matches is how ColBERT scores, Khattab and Zaharia 2020, arXiv 2004.12832.)
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.interview.embedding import Encoded, Vector, unit
from core.interview.words import words_of

UNLIKE = 0.3
"""Words of a text are alike by this much for no reason; only what goes beyond it counts."""


@dataclass(frozen=True)
class WordVectors:
    """Words that carry meaning, in order: stems, where they begin, and unit vectors (words × 384)."""

    stems: tuple[str, ...]
    starts: NDArray[np.int64]
    vectors: Vector


def word_vectors(text: str, encoded: Encoded, offset: int = 0) -> WordVectors:
    """The words of a text that was read; `offset` is where it begins in the answer. A text of none gives all it has."""
    words = [word for word in words_of(text) if word.telling] or list(words_of(text))
    inside = encoded.pieces([(word.start, word.end) for word in words])
    read = np.flatnonzero(inside.any(axis=1))
    vectors = unit(inside[read].astype(np.float32) @ encoded.vectors)
    starts = np.array([offset + words[at].start for at in read], dtype=np.int64)
    return WordVectors(tuple(words[at].stem for at in read), starts, vectors)


def joined(parts: Sequence[WordVectors]) -> WordVectors:
    """The words of several texts as one."""
    stems = tuple(stem for part in parts for stem in part.stems)
    starts, vectors = (np.concatenate([getattr(part, name) for part in parts]) for name in ("starts", "vectors"))
    return WordVectors(stems, starts, vectors)


def alikeness(
    wanted: WordVectors, said: WordVectors, spans: Sequence[tuple[int, int]], is_there: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """How well each stretch (rows, characters start..end) has each wanted word (columns), 0..1.

    `is_there` says of the same rows and columns whether the stretch has the word itself, by its stem.
    """
    near = np.clip((said.vectors @ wanted.vectors.T - UNLIKE) / (1 - UNLIKE), 0, 1)
    found = np.zeros((len(spans), len(wanted.stems)))
    for row, (start, end) in enumerate(np.searchsorted(said.starts, np.array(spans))):
        if start < end:
            found[row] = near[start:end].max(axis=0)
    return np.maximum(found, is_there)
