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

ASKED_SHARE = 0.3
"""What a word still counts for that stands in the question."""

USUAL_CROWDING = 0.35
"""What `crowding` is in a usual rubric; a rubric of one point has no other to be near to."""

BONUS_ALONE = 0.05
"""What a wording gets ahead that is the only one of its point."""

_NEIGHBOURS = 5


@dataclass(frozen=True)
class Phrase:
    """One wording of a key point or misconception: which one it belongs to, and how much each of its stems tells."""

    text: str
    owner: int
    weights: Mapping[str, float]
    stance: Stance
    bonus: float = 0.0

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
    crowding: Vector | None
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
            words = [word for word in phrase_words(text) if word.telling] or list(phrase_words(text))
            weights = {w.stem: rarity(w.text, vocabulary) * rareness.get(w.stem, most) / most for w in words}
            weights |= {name: weights[name] * ASKED_SHARE for name in weights.keys() & asked}
            phrases.append(Phrase(text, place, weights, stance_of(text), _bonus(len(owner.phrases))))
    if encoder is None:
        return Prepared(rubric, tuple(phrases), None, None, None, rivals)
    question = _whole(encoder, rubric.question) if rubric.question.strip() else np.zeros(384, dtype=np.float32)
    vectors = np.stack([unit(_whole(encoder, p.text) - QUESTION_SHARE * question) for p in phrases])
    return Prepared(rubric, tuple(phrases), vectors, question, _crowding(vectors, phrases), rivals)


def _crowding(vectors: Vector, phrases: Sequence[Phrase]) -> Vector:
    """How near each phrase is to those of other points (mean of the nearest five); near ones match anything."""
    alike = vectors @ vectors.T
    owners = np.array([phrase.owner for phrase in phrases])
    others = (np.sort(row[owners != owner])[-_NEIGHBOURS:] for row, owner in zip(alike, owners, strict=True))
    return np.array([near.mean() if near.size else USUAL_CROWDING for near in others], dtype=np.float32)


def _bonus(wordings: int) -> float:
    """What is added where there are few wordings: the best of three scores higher than the only one."""
    return BONUS_ALONE if wordings == 1 else BONUS_ALONE / 2 if wordings == 2 else 0.0


def _whole(encoder: Encoder, text: str) -> Vector:
    return encoder.encode(text).of(-1, len(text))


def _stems(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in telling_stems(phrase_words(text)))


def _rivals(rubric: Rubric, asked: frozenset[str]) -> frozenset[str]:
    """Things that the question sets against each other: its words that some key points speak of and others do not."""
    spoken = [_stems((point.text,)) for point in rubric.key_points]
    return frozenset(
        name for name in asked if any(name in one for one in spoken) and any(name not in one for one in spoken)
    )
