"""Mends slips of the finger towards the words of a rubric, and keeps where each word stood. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.interview.windows import Span
from core.text.stemming import stem

_WORD = re.compile(r"[^\W\d_]{5,}")
_TWO_SLIPS_FROM = 8


@dataclass(frozen=True)
class Mended:
    """A text with slips mended; `shifts` are (place in the mended text, characters that it runs ahead from there).

    `before` is an earlier step on the way from the text as it was written.
    """

    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    before: "Mended | None" = field(default=None, repr=False)

    def then(self, later: "Mended") -> "Mended":
        """A later step, from the text of this one, with this one before it."""
        return replace(later, before=self)

    def original(self, span: Span) -> Span:
        """Where a stretch of the mended text stands in the text as it was written."""
        back = Span(self._back(span.start), self._back(span.end))
        return self.before.original(back) if self.before else back

    def _back(self, place: int) -> int:
        ahead = 0
        for start, shift in self.shifts:
            if start > place:
                break
            ahead = shift
        return place - ahead


def mended(text: str, known: Mapping[str, int], wanted: Sequence[str]) -> Mended:
    """The text with each unknown word that is one slip (two in long words) away from a wanted one replaced by it.

    >>> mended("Retreival is slow", {"is": 1, "slow": 2}, ["retrieval"])
    Mended(text='retrieval is slow', shifts=())
    """
    stems = {stem(word) for word in wanted}
    changes = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in known or stem(word) in known or stem(word) in stems:
            continue
        better = next((other for other in wanted if is_near(word, other)), None)
        if better is not None:
            changes.append((match.start(), match.end(), better))
    return replaced(text, changes)


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> Mended:
    """The text with stretches (start, end) replaced, in order; all that a stretch has too much ends where it ended.

    >>> replaced("FT it", [(0, 2, "fine-tune")]).original(Span(0, 9))
    Span(start=0, end=2)
    """
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    done = ahead = 0
    for start, end, better in changes:
        parts += [text[done:start], better]
        done, change = end, len(better) - (end - start)
        place = end + ahead
        ahead += change
        shifts += [(place + more, ahead - change + more) for more in range(1, change)]
        if change:
            shifts.append((end + ahead, ahead))
    return Mended("".join([*parts, text[done:]]), tuple(shifts))


def is_near(word: str, other: str) -> bool:
    """Whether two words are one slip apart, or two when both are long; the first letter must agree.

    >>> is_near("catastrofic", "catastrophic"), is_near("evaluaton", "evaluation"), is_near("train", "brain")
    (True, True, False)
    """
    if word[:1] != other[:1] or min(len(word), len(other)) < 5:
        return False
    most = 2 if min(len(word), len(other)) >= _TWO_SLIPS_FROM else 1
    return abs(len(word) - len(other)) <= most and _distance(word, other) <= most


def _distance(one: str, two: str) -> int:
    """Letters added, dropped, changed, or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row, two_back = row, [i], before
        before = last
        for j, b in enumerate(two, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                best = min(best, two_back[j - 2] + 1)
            row.append(best)
    return row[-1]
