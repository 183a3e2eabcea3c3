"""Cuts an answer into the stretches that are held against a key point: sentences, clauses, pairs. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

MOST_WORDS_A_SENTENCE = 45
"""Speech that was dictated has no full stops; a longer stretch is cut at its conjunctions, or else here."""

_ENDED = r"(?<=[.!?。])" + "".join(rf"(?<!\b{short}\.)" for short in ("vs", "cf", "approx", "incl", r"e\.g", r"i\.e"))
"""Behind a full stop, but not behind that of “e.g.” or “vs.”, which a sentence goes on from."""

_END = re.compile(
    rf"(?i:{_ENDED})" + r"[\"'”’)\]]*\s+|\n+|(?<=[a-z]{3}[.!?])(?=[A-Z])"
    r"|\s+[•▪]\s+|\s+\*\s+(?!\d)|\s-\s|\s+\(?[1-9]\)\s+"
)
"""A numbered step within a line, as “2)”, begins anew like one on its own line; a star before a number multiplies."""

_BREAK = re.compile(
    r"\s*[;:—–]\s+|\s*,\s+(?!\d)|\s*,\s+(?=[\d.–-]+ ?(?:%|x|times) (?!and )[a-z]{3})|\s+\(|\)\s+"
    r"|\s+(?=(?:and|but|because|while|whereas|so|which|although|though|since|unless"
    r"|however|then|or|when|if|instead of|rather than)\s)",
    re.IGNORECASE,
)
"""A comma before a number may part numbers, as in “ranks 4, 8 and 16”; before “10–100x cheaper” it does not."""
_ARROW = re.compile(r"\s*(?:->|=>|→|⇒)\s*")
_BREAK_OF_A_CHAIN = re.compile(f"{_ARROW.pattern}|{_BREAK.pattern}", re.IGNORECASE)
"""“SFT -> raters compare -> train a reward model” are steps, a clause each; one arrow leads from case to remedy."""

_LABEL = re.compile(r"\W*(\w+[ -]\w+): ")
_WORD = re.compile(r"\w+")
_LEAST_WORDS = 3


@dataclass(frozen=True, order=True)
class Span:
    """Characters start..end of the answer."""

    start: int
    end: int

    def is_within(self, other: "Span") -> bool:
        """Whether the other one holds all of it."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True)
class Sentence:
    """A sentence and the clauses in it; one clause is the sentence itself."""

    span: Span
    clauses: tuple[Span, ...]


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The text's sentences, in order, each with its clauses.

    >>> text = "RAG adds documents, and it leaves the style alone. Tuning is slower."
    >>> [[text[c.start : c.end] for c in s.clauses] for s in sentences_of(text)]
    [['RAG adds documents', 'and it leaves the style alone.'], ['Tuning is slower.']]
    """
    found = []
    for whole in _between(text, Span(0, len(text)), _END):
        for span in _chunks(text, whole):
            found.append(Sentence(span, tuple(_clauses(text, span))))
    return tuple(found)


def without_sentences(text: str, unwanted: Callable[[str], object]) -> str:
    """The text with each sentence blanked out that is unwanted, so that places stay what they were.

    >>> without_sentences("RAG first. Be kind.", lambda said: "kind" in said)
    'RAG first.         '
    """
    for sentence in sentences_of(text):
        start, end = sentence.span.start, sentence.span.end
        if unwanted(text[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def label_of(text: str, sentence: Span) -> Span | None:
    """The two words that name a thing which the rest of a sentence tells of.

    >>> label_of("Catastrophic forgetting: all weights moved.", Span(0, 43)), label_of("So: it fits.", Span(0, 12))
    (Span(start=0, end=23), None)
    """
    match = _LABEL.match(text, sentence.start, sentence.end)
    return Span(match.start(1), match.end(1)) if match else None


def _between(text: str, inside: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    """Stretches between the places that match, without spaces at their ends; empty ones are left out."""
    start = inside.start
    for match in separator.finditer(text, inside.start, inside.end):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, inside.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _WORD.search(text, start, end):
        yield Span(start, end)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Stretches of at least three words; shorter ones are joined with what stands before them, or behind."""
    is_chain = len(_ARROW.findall(text, sentence.start, sentence.end)) > 1
    open_: Span | None = None
    for part in _between(text, sentence, _BREAK_OF_A_CHAIN if is_chain else _BREAK):
        is_long = is_chain or (open_ is not None and _count(text, open_) >= _LEAST_WORDS)
        if open_ is None or (is_long and _count(text, part) >= _least(text, part)):
            if open_ is not None:
                yield open_
            open_ = part
        else:
            open_ = Span(open_.start, part.end)
    if open_ is not None:
        yield open_


def _least(text: str, part: Span) -> int:
    """How many words a clause needs: one more after “and”, since “and format too” is no clause of its own."""
    joined = text[part.start : part.end].lower().startswith(("and ", "or "))
    return _LEAST_WORDS + joined


def _chunks(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence itself, or stretches of it when it is too long to be one."""
    if _count(text, sentence) <= MOST_WORDS_A_SENTENCE:
        yield sentence
        return
    open_: Span | None = None
    for part in _short_parts(text, sentence):
        if open_ is not None and _count(text, Span(open_.start, part.end)) > MOST_WORDS_A_SENTENCE:
            yield open_
            open_ = None
        open_ = Span(open_.start if open_ else part.start, part.end)
    if open_ is not None:
        yield open_


def _short_parts(text: str, sentence: Span) -> Iterator[Span]:
    for clause in _clauses(text, sentence):
        words = [match.start() for match in _WORD.finditer(text, clause.start, clause.end)]
        starts = words[::MOST_WORDS_A_SENTENCE]
        for start, end in zip(starts, [*starts[1:], clause.end], strict=True):
            yield from _trimmed(text, start, end)


def _count(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))
