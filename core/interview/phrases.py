"""A rubric's wordings made ready for marking: stems with weights, vectors, stances. Pure."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.interview.embedding import Encoder, Vector, unit
from core.interview.orders import speaks_of_marking
from core.interview.polarity import Stance, stance_of
from core.interview.rubric import KeyPoint, Misconception, Rubric
from core.interview.windows import sentences_of
from core.interview.word_alikeness import WordVectors, joined, word_vectors
from core.interview.words import phrase_words, rarity, telling_stems

QUESTION_SHARE = 0.3
"""How much of the question's vector is taken off both sides, so that repeating the question earns nothing."""

ASKED_SHARE = 0.3
"""What a word still counts for that stands in the question."""

WORDS_A_TERM = 3
"""A key point of no more words is a term."""


@dataclass(frozen=True)
class Phrase:
    """One of the `wordings` of a key point or misconception: its owner, and how much each of its stems tells."""

    text: str
    owner: int
    weights: Mapping[str, float]
    stance: Stance
    wordings: int = 1


@dataclass(frozen=True)
class Meaning:
    """What the model makes of a rubric: a vector a phrase, the question's, and the words of all phrases in one row.

    `shares` says how much of a phrase (rows) each of these words (columns) tells; a row adds up to 1. `alike` are the
    cosines of the phrases with each other. `contrary` is a vector for each sentence of somebody who knows better than
    a misconception, the one at the same place in `denied`.
    """

    phrases: Vector
    question: Vector
    words: WordVectors
    shares: NDArray[np.float64]
    alike: NDArray[np.float64]
    contrary: Vector
    denied: NDArray[np.int64]


@dataclass(frozen=True)
class Prepared:
    """A rubric ready for marking; owners count key points first, then misconceptions."""

    rubric: Rubric
    phrases: tuple[Phrase, ...]
    rivals: frozenset[str]
    meaning: Meaning | None = None
    speaks_of_marking: bool = False

    @cached_property
    def asks_for_terms(self) -> bool:
        """Whether every key point is a term or two rather than a statement; a list of terms is then a fair answer."""
        return all(len(phrase_words(point.text)) <= WORDS_A_TERM for point in self.rubric.key_points)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Longer words of the rubric, which slips are mended towards."""
        texts = [self.rubric.question, *(phrase.text for phrase in self.phrases)]
        found = (word.text for text in texts for word in phrase_words(text) if word.telling and len(word.text) >= 5)
        return tuple(dict.fromkeys(found))


def prepare(rubric: Rubric, vocabulary: Mapping[str, int], encoder: Encoder | None) -> Prepared:
    """The rubric ready for marking; without an encoder it has no vectors."""
    owners: list[KeyPoint | Misconception] = [*rubric.key_points, *rubric.misconceptions]
    asked = telling_stems(phrase_words(rubric.question))
    rivals = _rivals(rubric, asked)
    spread = Counter(name for point in rubric.key_points for name in _stems(point.phrases))
    rareness = {name: math.log(1 + len(rubric.key_points) / n) for name, n in spread.items()}
    most = math.log(1 + len(rubric.key_points))
    phrases = []
    for place, owner in enumerate(owners):
        for text in owner.phrases:
            words = [word for word in phrase_words(text) if word.telling] or list(phrase_words(text))
            weights = {w.stem: rarity(w.text, vocabulary) * rareness.get(w.stem, most) / most for w in words}
            weights |= {name: weights[name] * ASKED_SHARE for name in weights.keys() & asked}
            phrases.append(Phrase(text, place, weights, stance_of(text), len(owner.phrases)))
    meaning = None if encoder is None else _meaning(rubric, phrases, encoder)
    spoken = speaks_of_marking((rubric.question, *(phrase.text for phrase in phrases)))
    return Prepared(rubric, tuple(phrases), rivals, meaning, spoken)


def _meaning(rubric: Rubric, phrases: Sequence[Phrase], encoder: Encoder) -> Meaning:
    asked, contrary = rubric.question, [*_contrary(rubric)]
    texts = [asked, *(phrase.text for phrase in phrases), *(text for _, text in contrary)]
    read = encoder.encode(texts)
    question = read[0].of(-1, len(asked)) if asked.strip() else np.zeros_like(read[0].vectors[0])
    vectors = [unit(one.of(-1, len(text)) - QUESTION_SHARE * question) for text, one in zip(texts, read, strict=True)]
    number = 1 + len(phrases)
    parts = [word_vectors(text, one) for text, one in zip(texts[1:number], read[1:number], strict=True)]
    words = joined(parts)
    shares, done = np.zeros((len(phrases), len(words.stems))), 0
    for row, (phrase, part) in enumerate(zip(phrases, parts, strict=True)):
        weights = np.array([phrase.weights.get(stem, 0.0) for stem in part.stems])
        shares[row, done : done + len(weights)] = weights / max(weights.sum(), 1e-9)
        done += len(weights)
    wordings, denied = np.stack(vectors[1:number]), np.array([place for place, _ in contrary], dtype=np.int64)
    against = np.array(vectors[number:], dtype=np.float32).reshape(-1, wordings.shape[1])
    alike = (wordings @ wordings.T).astype(np.float64)
    return Meaning(wordings, question, words, shares, alike, against, denied)


def _contrary(rubric: Rubric) -> Iterator[tuple[int, str]]:
    """The place of each misconception beside each sentence of somebody who knows better."""
    for place, belief in enumerate(rubric.misconceptions):
        for text in (belief.correction, *belief.contrary):
            for sentence in sentences_of(text):
                yield place, text[sentence.span.start : sentence.span.end]


def _stems(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in telling_stems(phrase_words(text)))


def _rivals(rubric: Rubric, asked: frozenset[str]) -> frozenset[str]:
    """Things that the question sets against each other: its words that some key points speak of and others do not."""
    spoken = [_stems((point.text,)) for point in rubric.key_points]
    return frozenset(
        name for name in asked if any(name in one for one in spoken) and any(name not in one for one in spoken)
    )
