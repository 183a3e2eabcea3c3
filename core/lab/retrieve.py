"""Retrieval: the sentences that fit a question best, by BM25, with or without synonyms. Pure."""

import math
from collections import Counter
from collections.abc import Sequence

from core.lab.world import Fact

_K1, _B = 1.2, 0.75
SYNONYMS = (
    {"cost", "costs", "price", "much", "pay"},
    {"from", "comes", "come", "home", "country", "invented", "where"},
    {"cooked", "cooks", "chef", "who", "whom", "makes"},
    {"made", "with", "ingredient", "main", "need", "goes", "into"},
)
_CONCEPT = {word: f"#{number}" for number, words in enumerate(SYNONYMS) for word in words}


class Library:
    """Sentences to search.

    Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"; k1 1.2, b 0.75.

    >>> library = Library(["the soup costs nine .", "the price of the pie is two ."])
    >>> library.best("what does the pie cost ?", 1)
    ['the price of the pie is two .']
    """

    def __init__(self, sentences: Sequence[str], synonyms: bool = False) -> None:
        self.sentences, self._synonyms = tuple(sentences), synonyms
        self._counts = [Counter(self._terms(sentence)) for sentence in sentences]
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._average = sum(self._lengths) / len(self._lengths)
        self._holding = Counter(term for counts in self._counts for term in counts)

    def _terms(self, text: str) -> list[str]:
        """Words, those of one meaning as one."""
        return [_CONCEPT.get(word, word) if self._synonyms else word for word in text.split()]

    def best(self, question: str, count: int) -> list[str]:
        """The `count` sentences with the highest scores, best first; of equals, the earlier."""
        terms = sorted(set(self._terms(question)))
        scores = [self._score(terms, index) for index in range(len(self.sentences))]
        order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
        return [self.sentences[index] for index in order[:count]]

    def _score(self, terms: Sequence[str], index: int) -> float:
        counts, norm = self._counts[index], 1 - _B + _B * self._lengths[index] / self._average
        score = 0.0
        for term in terms:
            if counts[term]:
                rare = len(self.sentences) - self._holding[term] + 0.5
                weight = math.log(1 + rare / (self._holding[term] + 0.5))
                score += weight * counts[term] * (_K1 + 1) / (counts[term] + _K1 * norm)
        return score


def write_library(facts: Sequence[Fact], synonyms: bool) -> Library:
    """One sentence a fact, in one of its two wordings by turns, so that words of question and sentence may differ."""
    return Library([fact.stated(index // 4 % 2) for index, fact in enumerate(facts)], synonyms)


def as_context(sentences: Sequence[str]) -> str:
    """Sentences as notes, the best last, nearest to the question.

    >>> as_context(["the soup costs nine .", "the pie costs two ."])
    'note the pie costs two . note the soup costs nine .'
    """
    return " ".join(f"note {sentence}" for sentence in reversed(sentences))
