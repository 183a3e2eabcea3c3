"""Shortens the names in a list; names that begin alike, as those of twin cases, are cut where they differ. Pure."""

from collections.abc import Sequence
from itertools import takewhile

from core.join.groups import clipped

_LEAD = 3
"""The words before the place where two names part that are kept, so that it can be read."""


def told_apart(texts: Sequence[str], most: int = 96) -> tuple[str, ...]:
    """The texts, each cut to about `most` characters.

    >>> told_apart(["A bot has to know the law of one land by heart", "A bot has to know the law of ten lands"], 30)
    ('A bot has… the law of one…', 'A bot has… the law of ten…')
    """
    cut = [clipped(text, most) for text in texts]
    return tuple(_where_it_parts(text, _alike(text, texts, cut), most) for text in texts)


def _alike(text: str, texts: Sequence[str], cut: Sequence[str]) -> list[str]:
    shown = cut[texts.index(text)]
    return [other for other, short in zip(texts, cut, strict=True) if short == shown and other != text]


def _where_it_parts(text: str, alike: Sequence[str], most: int) -> str:
    if not alike:
        return clipped(text, most)
    parts_at = max(_shared(text, other) for other in alike)
    before = text[:parts_at].rsplit(" ", _LEAD + 1)
    head = most * 2 // 5
    return f"{clipped(text, head)} {clipped(text[len(before[0]) + 1 :], most - head)}"


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
