"""Finds questions that are nearly the same, by the words that they share. Pure."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LEAST_OVERLAP = 0.8
"""Shared words over all words of the two, from which on two stems count as near-duplicates."""

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class NearPair:
    """Two ids whose stems nearly agree, and how much of their words they share (0..1)."""

    first: str
    second: str
    overlap: float


def near_duplicates(stems: Mapping[str, str]) -> Iterator[NearPair]:
    """Every pair of ids whose stems share at least `LEAST_OVERLAP` of their words.

    Only stems that share one of their rarest words are compared, which finds every pair (prefix filter) and keeps
    10,000 items to seconds.

    >>> [pair.second for pair in near_duplicates({"a": "What is QLoRA?", "b": "what is qlora", "c": "What is DPO?"})]
    ['b']
    """
    words = {name: frozenset(_WORD.findall(stem.lower())) for name, stem in stems.items()}
    frequency = Counter(word for found in words.values() for word in found)
    holders: dict[str, list[str]] = defaultdict(list)
    for name, mine in words.items():
        rare = sorted(mine, key=lambda word: (frequency[word], word))
        prefix = rare[: len(rare) - math.ceil(LEAST_OVERLAP * len(rare)) + 1]
        for other in dict.fromkeys(other for word in prefix for other in holders[word]):
            overlap = len(mine & words[other]) / len(mine | words[other])
            if overlap >= LEAST_OVERLAP:
                yield NearPair(other, name, overlap)
        for word in prefix:
            holders[word].append(name)
