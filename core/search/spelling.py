"""Words as the search compares them: folded, cut, and found again with one slip of the fingers. Pure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.text.one_slip import one_slip

LEAST_FOR_SLIPS = 4
"""Shorter words are not mended, but for swapped letters of a name: half of them are one letter from another word."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without accents and marks.

    >>> words_of("Fine-tuning a 7B model: **LoRA**")
    ['fine', 'tuning', 'a', '7b', 'model', 'lora']
    """
    return re.findall(r"[^\W_]+", folded(text))


def in_one_word(text: str) -> list[str]:
    """What a text joins by hyphens, written as one word, as people type it who leave them out.

    >>> in_one_word("Few-shot prompting, then fine-tuning")
    ['fewshot', 'finetuning']
    """
    return [joined.replace("-", "") for joined in re.findall(r"[^\W_]+(?:-[^\W_]+)+", folded(text))]


def folded(text: str) -> str:
    """A text in lower case, without accents on its letters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


class Slips:
    """Finds the words of a vocabulary that are one slip from a typed word: a letter more, less, wrong or swapped.

    Of shorter words only `names`, such as RAG, are found, by two letters swapped.
    """

    def __init__(self, vocabulary: Iterable[str], names: Iterable[str] = ()) -> None:
        self._by_shortened: defaultdict[str, set[str]] = defaultdict(set)
        self._short = {name for name in names if len(name) == LEAST_FOR_SLIPS - 1}
        for word in vocabulary:
            if len(word) >= LEAST_FOR_SLIPS:
                for shortened in _shortened(word):
                    self._by_shortened[shortened].add(word)

    def near(self, typed: str) -> set[str]:
        """The words of the vocabulary that are one slip away.

        >>> sorted(Slips(["lora", "label", "quantization"]).near("quantziation"))
        ['quantization']
        >>> sorted(Slips([], ["rag"]).near("rga"))
        ['rag']
        """
        if len(typed) < LEAST_FOR_SLIPS:
            return self._short.intersection(_swapped(typed)) - {typed}
        found = {word for part in _shortened(typed) for word in self._by_shortened.get(part, ())}
        return {word for word in found if word != typed and one_slip(typed, word)}


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _shortened(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
