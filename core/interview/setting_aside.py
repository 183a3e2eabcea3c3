"""Words of a text that look like a negation and negate nothing. Pure."""

import re
from functools import lru_cache

from core.interview.words import words_of

_SET_ASIDE = re.compile(
    r",\s+not\s+(?:(?:the|a|an|its|their|your|our)\s+)?[\w-]+(?:\s+[\w-]+)?(?=\s*[.,;:)!?]|\s*$|\s+(?:and|but|or|so|because)\b)"
    r"|(?:^|(?<=[.!?]\s))(?:no|not (?:(?:that|so|very) )?(?:a lot|long|many|much)),",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def set_aside(text: str) -> frozenset[int]:
    """Where words stand that negate nothing, or only what they name.

    “Behaviour, not knowledge” denies no behaviour. Nor do the “no” of “No, we would train again” and the “not much” of
    “Not much, some 50 ms” deny what follows them: they answer the question.

    >>> [len(set_aside(text)) for text in ("Not much, some 50 ms.", "It is not much.", "Style, not facts.")]
    [2, 0, 2]
    """
    found = [match.span() for match in _SET_ASIDE.finditer(text)]
    return frozenset(word.start for word in words_of(text) for start, end in found if start <= word.start < end)
