"""The index and its queries: every word must be found, by its beginning, its stem or with one slip. Pure."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.join.entity import Kind, Place
from core.search.documents import Document
from core.search.spelling import Slips, words_of
from core.stemming import stem

MAX_QUERY = 80
_MOST_WORDS = 8
_IN_TITLE, _IN_BODY = 6.0, 1.0
_AS_TYPED, _SAME_STEM, _BEGINNING, _SLIP = 1.0, 0.9, 0.7, 0.45
_EXACT_TITLE, _TITLE_BEGINS = 40.0, 12.0
_KINDS = {
    Kind.PAGE: 1.4,
    Kind.STAGE: 1.25,
    Kind.TERM: 1.25,
    Kind.CALCULATOR: 1.2,
    Kind.BLOCK: 1.1,
    Kind.OUTCOME: 1.1,
    Kind.STATION: 1.1,
    Kind.NODE: 0.8,
    Kind.STEP: 0.7,
}
"""What is looked for more often comes first when words fit equally; kinds that are not named count 1."""
_EMPTY_WORDS = frozenset(
    words_of(
        "a an and are as at be by do does for from how i in is it of on or the to what when why with "
        "als auf das dem den der des die ein eine einem einen einer es für ich im ist man mit oder sind und von wann "
        "warum was wie zu zum zur zwischen"
    )
)


@dataclass(frozen=True)
class Index:
    """Documents by their words. `scores` is word → number of a document → weight of the word there."""

    documents: tuple[Document, ...]
    scores: Mapping[str, Mapping[int, float]]
    vocabulary: tuple[str, ...]
    by_stem: Mapping[str, tuple[str, ...]]
    slips: Slips
    titles: tuple[frozenset[str], ...]

    def search(self, query: str, most: int = 60) -> tuple[Place, ...]:
        """The places that have every word of the query, best first; where none has all, those that have most.

        A query without words, or with words of one letter alone, finds nothing. Case, accents and marks do not matter.
        Words that every sentence has, in English or German, are left out when others remain.
        """
        typed = words_of(query[:MAX_QUERY])[:_MOST_WORDS]
        words = [word for word in typed if word not in _EMPTY_WORDS] or typed
        if all(len(word) == 1 and word.isalpha() for word in words):
            return ()
        found = self._with_all(words) or self._with_most(words)
        phrases = (" ".join(typed), " ".join(words))
        ranked = sorted(found, key=lambda number: (-self._rank(number, found[number], phrases), number))
        return tuple(self.documents[number].place for number in ranked[:most])

    def _with_all(self, words: list[str]) -> dict[int, float]:
        found = self._with(words[0])
        for word in words[1:]:
            more = self._with(word)
            found = {number: found[number] + more[number] for number in found.keys() & more.keys()}
        return found

    def _with_most(self, words: list[str]) -> dict[int, float]:
        found = [self._with(word) for word in words]
        counts = Counter(number for part in found for number in part)
        best = max(counts.values(), default=0)
        fitting = [number for number, count in counts.items() if count == best]
        return {number: sum(part.get(number, 0.0) for part in found) for number in fitting}

    def _with(self, word: str) -> dict[int, float]:
        best: dict[int, float] = {}
        for token, factor in self._spelled(word).items():
            for number, weight in self.scores[token].items():
                if factor * weight > best.get(number, 0.0):
                    best[number] = factor * weight
        return best

    def _spelled(self, word: str) -> dict[str, float]:
        """The words of the vocabulary that a typed word may mean, each with how surely."""
        found = dict.fromkeys(self.by_stem.get(stem(word), ()), _SAME_STEM)
        for token in self._beginning_with(word):
            found.setdefault(token, _BEGINNING)
        if not found:
            found = dict.fromkeys(self.slips.near(word), _SLIP)
        if word in self.scores:
            found[word] = _AS_TYPED
        return found

    def _beginning_with(self, word: str) -> tuple[str, ...]:
        start = bisect_left(self.vocabulary, word)
        return self.vocabulary[start : bisect_left(self.vocabulary, word + "\U0010ffff", start)]

    def _rank(self, number: int, score: float, phrases: tuple[str, ...]) -> float:
        titles = self.titles[number]
        if not titles.isdisjoint(phrases):
            score += _EXACT_TITLE
        elif any(title.startswith(phrases) for title in titles):
            score += _TITLE_BEGINS
        return score * _KINDS.get(self.documents[number].place.entity.kind, 1.0)


def index_of(documents: Iterable[Document]) -> Index:
    """The index of documents; made once, since it takes some tens of milliseconds."""
    kept = tuple(documents)
    weights = [_weights(document) for document in kept]
    spread = Counter(word for found in weights for word in found)
    scores: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, found in enumerate(weights):
        for word, weight in found.items():
            scores[word][number] = weight * (1 + math.log(len(kept) / spread[word]))
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(scores):
        by_stem[stem(word)].append(word)
    titles = tuple(frozenset(" ".join(words_of(name)) for name in _names(document)) for document in kept)
    stems = {cut: tuple(words) for cut, words in by_stem.items()}
    return Index(kept, dict(scores), tuple(sorted(scores)), stems, Slips(scores), titles)


def _names(document: Document) -> tuple[str, ...]:
    return (document.place.title, *document.also)


def _weights(document: Document) -> dict[str, float]:
    """Each word's weight: in a short title it counts more than in a long one, and more often is a little more."""
    found: dict[str, float] = {}
    for name in _names(document):
        words = words_of(name)
        for word in words:
            found[word] = max(found.get(word, 0.0), _IN_TITLE / math.sqrt(max(len(words), 2)))
    for word, count in Counter(words_of(document.body)).items():
        found[word] = found.get(word, 0.0) + _IN_BODY * (1 + math.log(count)) / 2
    return found
