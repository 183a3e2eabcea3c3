"""A rubric's wordings made ready for marking: stems with weights, vectors, stances. Pure."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.interview.embedding import Encoder, Vector, unit
from core.interview.polarity import Stance, stance_of
from core.interview.rubric import KeyPoint, Misconception, Rubric
from core.interview.words import phrase_words, rarity, telling_stems

QUESTION_SHARE = 0.3
"""How much of the question's vector is taken off both sides, so that repeating the question earns nothing."""


@dataclass(frozen=True)
class Phrase:
    """One wording of a key point or misconception: which one it belongs to, and how much each of its stems tells."""

    text: str
    owner: int
    weights: Mapping[str, float]
    stance: Stance
    entities: frozenset[str]

    @property
    def short(self) -> bool:
        """Whether it is a term or two rather than a statement; a list of terms is then a fair answer."""
        return len(phrase_words(self.text)) <= 3


@dataclass(frozen=True)
class Prepared:
    """A rubric ready for marking; owners count key points first, then misconceptions."""

    rubric: Rubric
    phrases: tuple[Phrase, ...]
    vectors: Vector | None
    question: Vector | None
    rivals: frozenset[str]

    @property
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
            words = [word for word in phrase_words(text) if word.telling]
            kept = [word for word in words if word.stem not in asked] or words or list(phrase_words(text))
            weights = {w.stem: rarity(w.text, vocabulary) * rareness.get(w.stem, most) / most for w in kept}
            own = frozenset(list(dict.fromkeys(w.stem for w in words))[:3]) & rivals
            phrases.append(Phrase(text, place, weights, stance_of(text), own))
    if encoder is None:
        return Prepared(rubric, tuple(phrases), None, None, rivals)
    question = _whole(encoder, rubric.question) if rubric.question.strip() else np.zeros(384, dtype=np.float32)
    vectors = np.stack([unit(_whole(encoder, p.text) - QUESTION_SHARE * question) for p in phrases])
    return Prepared(rubric, tuple(phrases), vectors, question, rivals)


def _whole(encoder: Encoder, text: str) -> Vector:
    return encoder.encode(text).of(-1, len(text))


def _stems(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in telling_stems(phrase_words(text)))


def _rivals(rubric: Rubric, asked: frozenset[str]) -> frozenset[str]:
    """Things that the question sets against each other: its words that begin one key point and are not in another."""
    heads = [list(dict.fromkeys(w.stem for w in phrase_words(p.text) if w.telling))[:2] for p in rubric.key_points]
    starts = {name for head in heads for name in head} & asked
    everywhere = {name for name in starts if all(name in _stems((p.text,)) for p in rubric.key_points)}
    return frozenset(starts - everywhere)
