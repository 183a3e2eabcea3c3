"""An answer cut at the words that earned something, so that they can be marked. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from core.interview.windows import Span

_JOINING = frozenset({"and", "or", "but", "und", "oder", "aber"})
_BETWEEN = " \n\t.,;:"
"""What may stand between the words of two points, and belongs to neither."""

BULLET = re.compile(r"(?:^|\n)\s*(?:[-*•–—]|\d{1,2}[.)])\s+")
"""What begins a line of notes, and is no word of theirs."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the answer: the labels that it is evidence for, and those whose evidence ends with it."""

    text: str
    labels: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def pieces(answer: str, evidence: Mapping[str, Span]) -> tuple[Piece, ...]:
    """The whole answer in pieces, in order.

    >>> [(p.text, p.labels, p.ends) for p in pieces("RAG first, always.", {"1": Span(0, 9)})]
    [('RAG first', ('1',), ('1',)), (', always.', (), ())]
    """
    spans = {label: _trimmed(answer, span) for label, span in evidence.items()}
    spans = {label: span for label, span in spans.items() if span.start < span.end}
    edges = sorted({0, len(answer), *(edge for span in spans.values() for edge in (span.start, span.end))})
    found = []
    for start, end in pairwise(edges):
        labels = tuple(label for label, span in spans.items() if span.start <= start and end <= span.end)
        ends = tuple(label for label, span in spans.items() if span.end == end)
        found.append(Piece(answer[start:end], labels, ends))
    return tuple(found)


def marks(answer: str, evidence: Mapping[str, Span]) -> tuple[Piece, ...]:
    """The pieces as they are marked: evidence that begins within other evidence begins no mark, nor do commas.

    >>> found = marks("RAG first; tune for tone.", {"1": Span(0, 9), "2": Span(0, 25), "3": Span(16, 25)})
    >>> [(piece.text, piece.ends) for piece in found]
    [('RAG first', ('1',)), ('; ', ()), ('tune for tone', ('2', '3')), ('.', ())]
    """
    found: list[Piece] = []
    for piece in pieces(answer, evidence):
        goes_on = bool(found and found[-1].labels and piece.labels) and not found[-1].ends
        before = found.pop() if goes_on else Piece("", piece.labels)
        text = before.text + piece.text
        words = text.lstrip(_BETWEEN) if before.labels else text
        if len(words) < len(text):
            found.append(Piece(text[: len(text) - len(words)]))
        found.append(Piece(words, before.labels, piece.ends))
    return tuple(piece for piece in found if piece.text)


def cleanly_ended(words: str) -> str:
    """Words of an answer as they are shown: without a comma or a joining word that leads on to what is not shown.

    >>> cleanly_ended("vector search adds 50 to 200 ms, and ")
    'vector search adds 50 to 200 ms'
    """
    kept = words.rstrip(" \n\t,;:")
    parts = kept.rsplit(maxsplit=1)
    return cleanly_ended(parts[0]) if len(parts) > 1 and parts[1].lower() in _JOINING else kept


def _trimmed(answer: str, span: Span) -> Span:
    """The span without the white space, the bullet, the full stop and the joining word at its ends."""
    start, end = max(0, span.start), min(len(answer), span.end)
    words = answer[start:end]
    bullet = BULLET.match(words)
    left = bullet.end() if bullet else len(words) - len(words.lstrip())
    return Span(start + left, start + max(left, len(cleanly_ended(words.rstrip().rstrip(".,;:")))))
