"""The index and its queries: every word must be found, by its beginning, its stem or with one slip. Pure."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.join.entity import Kind, Place
from core.search.documents import Document
from core.search.spelling import Slips, folded, in_one_word, words_of
from core.text.stemming import stem

MAX_QUERY = 80
_MOST_WORDS = 8
_FEW = 5
"""Where fewer places have every word of three or more, those follow that lack one."""
_LEAST_PART, _LEAST_HEAD = 4, 6
"""The letters of each part of a compound, and of its last part where the first is not known."""
_LINK = re.compile(r"e?[ns]?")
"""What German puts between the parts of a compound: Training-s-kosten."""
_UMLAUT = re.compile("([aou])e")
"""An umlaut as those write it whose keyboard has none; accents are off by then, so the vowel alone is left."""
_IN_TITLE, _IN_BODY = 6.0, 1.0
_AS_TYPED, _SAME_STEM, _BEGINNING, _SLIP = 1.0, 0.9, 0.7, 0.45
_EXACT_TITLE, _STEM_OF_TITLE, _TITLE_BEGINS = 40.0, 30.0, 12.0
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
        "a an and are as at be between by can could did do does for from has have how i if in is it its me my of on or "
        "per should than that the their there this to vs versus was we what when where which who why will with would "
        "you "
        "als am an auf aus bei bis das dass dein deine dem den der des die ein eine einem einen einer es für gegen "
        "gibt hat ich im ist je kann man mein meine meinem meinen meiner mich mir mit muss oder pro sich sind so soll "
        "um und vom von wann warum was welche welcher welches wenn wer wie wird wo zu zum zur zwischen"
    )
)


@dataclass(frozen=True)
class Index:
    """Documents by their words. `scores` is word → number of a document → weight of the word there."""

    documents: tuple[Document, ...]
    scores: Mapping[str, Mapping[int, float]]
    vocabulary: tuple[str, ...]
    stem: Callable[[str], str]
    by_stem: Mapping[str, tuple[str, ...]]
    slips: Slips
    titles: tuple[frozenset[str], ...]

    def search(self, query: str, most: int = 60) -> tuple[Place, ...]:
        """The places that have every word of the query, best first; where none has all, those that have most.

        Where few have all of three words or more, those that have all but one follow. A compound that nothing has is
        looked for by the words that it is made of. A query without words finds nothing; a letter alone changes the
        order only. Case, accents and marks do not matter. Words that every sentence has, in English or German, are
        left out when others remain.
        """
        typed, words = _words(query)
        phrases = (*dict.fromkeys(("".join(typed), "".join(words))), *self._meant(words))
        words = [part for word in words for part in self._taken_apart(word)]
        found = [self._with(word) for word in words]
        whole = [part for word, part in zip(words, found, strict=True) if len(word) > 1 or word.isdigit()]
        counts = Counter(number for part in whole for number in part)
        least = max(counts.values(), default=0)
        if least == len(whole) > 2 and list(counts.values()).count(least) < _FEW:
            least -= 1
        ranks = {
            number: (-count, -self._rank(number, sum(part.get(number, 0.0) for part in found), phrases), number)
            for number, count in counts.items()
            if count >= least
        }
        return tuple(self.documents[number].place for number in sorted(ranks, key=ranks.__getitem__)[:most])

    def unknown(self, query: str) -> tuple[str, ...]:
        """The words of a query, as typed, that no document has in any way; letters alone do not count."""
        _, words = _words(query)
        typed = {folded(word): word for word in re.findall(r"[^\W_]+", query)}
        return tuple(
            typed.get(word, word)
            for word in dict.fromkeys(words)
            if (len(word) > 1 or word.isdigit()) and not all(map(self._spelled, self._taken_apart(word)))
        )

    def _taken_apart(self, word: str) -> tuple[str, ...]:
        """The word itself, or, when no document has it, the two words it is made of, or the last of them."""
        if self._spelled(word):
            return (word,)
        apart = self._parts(word)
        return self._parts(_UMLAUT.sub(r"\1", word)) if apart == (word,) else apart

    def _parts(self, word: str) -> tuple[str, ...]:
        for start in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            if (tail := word[start:]) in self.scores and (head := self._head(word[:start])):
                return (head, tail)
        ends = (word[start:] for start in range(1, len(word) - _LEAST_HEAD + 1))
        return (next((end for end in ends if end in self.scores), word),)

    def _head(self, beginning: str) -> str:
        """The word that a compound begins with, without what links it to the next."""
        heads = (beginning[: len(beginning) - cut] for cut in range(3))
        return next((head for head in heads if head in self.scores and _LINK.fullmatch(beginning[len(head) :])), "")

    def _with(self, word: str) -> dict[int, float]:
        best: dict[int, float] = {}
        for token, factor in self._spelled(word).items():
            for number, weight in self.scores[token].items():
                if factor * weight > best.get(number, 0.0):
                    best[number] = factor * weight
        return best

    def _spelled(self, word: str) -> dict[str, float]:
        """The words of the vocabulary that a typed word may mean, each with how surely."""
        return (
            self._written(word)
            or self._written(_UMLAUT.sub(r"\1", word))
            or dict.fromkeys(self.slips.near(word) or self._ending_with(word), _SLIP)
        )

    def _written(self, word: str) -> dict[str, float]:
        found = dict.fromkeys(self.by_stem.get(self.stem(word), ()), _SAME_STEM)
        for token in self._beginning_with(word):
            found.setdefault(token, _BEGINNING)
        if word in self.scores:
            found[word] = _AS_TYPED
        return found

    def _beginning_with(self, word: str) -> tuple[str, ...]:
        start = bisect_left(self.vocabulary, word)
        return self.vocabulary[start : bisect_left(self.vocabulary, word + "\U0010ffff", start)]

    def _meant(self, words: list[str]) -> Iterable[str]:
        """The names that a word alone may mean by a slip: “lroa” is LoRA, as much as if it were written so."""
        return () if len(words) != 1 or self._written(words[0]) else sorted(self.slips.near(words[0]))

    def _ending_with(self, word: str) -> Iterable[str]:
        """Compounds of which the word is the last part, as Geschwindigkeit is of Trainingsgeschwindigkeit."""
        return (one for one in self.vocabulary if one.endswith(word)) if len(word) >= _LEAST_HEAD else ()

    def _rank(self, number: int, score: float, phrases: tuple[str, ...]) -> float:
        titles = self.titles[number]
        if not titles.isdisjoint(phrases):
            score += _EXACT_TITLE
        elif not set(map(self.stem, phrases)).isdisjoint(map(self.stem, titles)):
            score += _STEM_OF_TITLE
        elif any(title.startswith(phrases) for title in titles):
            score += _TITLE_BEGINS
        return score * _KINDS.get(self.documents[number].place.entity.kind, 1.0)


def index_of(documents: Iterable[Document], stem: Callable[[str], str] = stem) -> Index:
    """The index of documents, whose words `stem` cuts. Making it takes tens of milliseconds."""
    kept = tuple(documents)
    weights = [_weights(document) for document in kept]
    spread = Counter(word for found in weights for word in found)
    scores: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, found in enumerate(weights):
        for word, weight in found.items():
            scores[word][number] = weight * (1 + math.log(len(kept) / spread[word]))
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(scores.keys() - _EMPTY_WORDS):  # else “sicher” is found wherever “sich” stands
        by_stem[stem(word)].append(word)
    titles = tuple(frozenset("".join(words_of(name)) for name in _names(document)) for document in kept)
    stems = {cut: tuple(words) for cut, words in by_stem.items()}
    slips = Slips(scores, scores.keys() & frozenset().union(*titles))
    return Index(kept, dict(scores), tuple(sorted(scores)), stem, stems, slips, titles)


def _words(query: str) -> tuple[list[str], list[str]]:
    """All words of a query, and those of them that are looked for."""
    typed = words_of(query[:MAX_QUERY])
    return typed, ([word for word in typed if word not in _EMPTY_WORDS] or typed)[:_MOST_WORDS]


def _names(document: Document) -> tuple[str, ...]:
    return (document.place.title, *document.also)


def _weights(document: Document) -> dict[str, float]:
    """Each word's weight: in a short title it counts more than in a long one, and more often is a little more."""
    found: dict[str, float] = {}
    for name in _names(document):
        words = words_of(name)
        for word in (*words, *in_one_word(name)):
            found[word] = max(found.get(word, 0.0), _IN_TITLE / math.sqrt(max(len(words), 2)))
    for word, count in Counter(words_of(document.body) + in_one_word(document.body)).items():
        found[word] = found.get(word, 0.0) + _IN_BODY * (1 + math.log(count)) / 2
    return found
