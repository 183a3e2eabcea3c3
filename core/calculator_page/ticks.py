"""Ticks of months, the words on an axis, and labels that keep their distance. Pure."""

import math
from collections.abc import Sequence
from itertools import product

from core.language.numbers import decimal, in_figures
from core.numbers.number_format import unit_words, usd, with_unit

_MONTHS, _MOST_MONTHS = (1, 2, 3, 6, 12, 24, 60), 5
_NARROWEST_PX, _LETTER_PX, _GAP_PX = 280, 7.5, 8
"""A figure on the narrowest phone, a letter of 13 px, and what is to be left between two labels."""

_MOST_TRIED = 5
"""Up to so many limits, every order of their labels is tried."""

_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a label stands before its place."""


def month_ticks(last: float) -> tuple[int, ...]:
    """Months for an axis that begins at 0: months, quarters or years, and few enough for the narrowest phone.

    >>> month_ticks(12), month_ticks(60), month_ticks(3)
    ((0, 3, 6, 9, 12), (0, 24, 48), (0, 1, 2, 3))
    """
    step = next((step for step in _MONTHS if last / step < _MOST_MONTHS), math.ceil(last / (_MOST_MONTHS - 1)))
    return tuple(range(0, math.floor(last) + 1, step))


def axis_words(ticks: Sequence[float], unit: str) -> tuple[str, ...]:
    """The labels of an axis: dollars on each, other units on the last alone.

    >>> axis_words((0, 5_000, 12_500), "usd"), axis_words((0, 500), "ms")
    (('$0', '$5,000', '$12,500'), ('0', '500 ms'))
    """
    if unit == "usd":
        return tuple(usd(tick) if tick >= 100_000 or 0 < tick < 100 else in_figures(f"${tick:,.0f}") for tick in ticks)
    plain = tuple(decimal(tick) if 1 <= tick < 100_000 else with_unit(tick, "count") for tick in ticks)
    return (*plain[:-1], f"{plain[-1]} {unit_words(unit)}".rstrip())


def spread_labels(places: Sequence[float], distance: float) -> tuple[float, ...]:
    """The places, moved up just far enough that no two are nearer than `distance`; their order stays.

    >>> spread_labels([10, 12, 60], 19)
    (10, 29, 60)
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved, last = list(places), -math.inf
    for i in order:
        moved[i] = max(places[i], last + distance)
        last = moved[i]
    return tuple(moved)


def label_anchor(place: float, word: str, width_px: float = _NARROWEST_PX) -> str:
    """Where a place, a share 0..1 of a width, is in its label, so that the label stays in the figure.

    >>> label_anchor(0.03, "A100 80"), label_anchor(0.5, "A100 80"), label_anchor(0.96, "A100 80")
    ('left', 'center', 'right')
    """
    half = len(word) * _LETTER_PX / 2
    if place * width_px < half:
        return "left"
    return "right" if place > 0.865 or (1 - place) * width_px < half else "center"


def label_rows(
    places: Sequence[float], words: Sequence[str], anchors: Sequence[str], width_px: float = _NARROWEST_PX
) -> tuple[int, ...]:
    """The row of each label above a figure, 0 the lowest, so that on the narrowest phone no two touch.

    `places` are shares 0..1 of the width, in their order; an anchor is where the place is in the label: "left",
    "center" or "right". `width_px` is what their axis has there.

    >>> label_rows([0.29, 0.48, 0.96], ["A10G 24", "A100 40", "A100 80"], ["center", "center", "right"])
    (0, 1, 0)
    >>> label_rows([0.03, 0.5], ["month 0.8", "month 12.0"], ["left", "center"], 112)
    (0, 1)
    """
    ends: list[float] = []
    rows = []
    for place, word, anchor in zip(places, words, anchors, strict=True):
        width = len(word) * _LETTER_PX
        start = place * width_px - width * _BEFORE[anchor]
        row = next((n for n, end in enumerate(ends) if end + _GAP_PX <= start), len(ends))
        ends[row : row + 1] = [start + width]
        rows.append(row)
    return tuple(rows)


def places_beside_lines(places: Sequence[float], words: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The anchor and the row of each label above a bar: no two touch, and no label's own line cuts another label.

    Limits that stand close together at the left go down like stairs: the first is the highest.

    >>> places_beside_lines([0.29, 0.48, 0.96], ["A10G 24", "A100 40", "A100 80"])
    (('center', 'center', 'right'), (0, 1, 0))
    >>> places_beside_lines([0.006, 0.01, 0.02], ["A10G 24", "A100 40", "A100 80"])
    (('left', 'left', 'left'), (2, 1, 0))
    >>> places_beside_lines([0.035, 0.06, 0.115], ["A10G 24", "A100 40", "A100 80"])
    (('left', 'left', 'left'), (2, 1, 0))
    """
    own = tuple(label_anchor(place, word) for place, word in zip(places, words, strict=True))
    room = [_NARROWEST_PX * (1 - place) > len(word) * _LETTER_PX for place, word in zip(places, words, strict=True)]
    after = tuple("left" if fits else anchor for fits, anchor in zip(room, own, strict=True))
    for anchors in (own, after):
        if rows := _clear_rows(places, words, anchors):
            return anchors, rows
    return own, label_rows(places, words, own)


def _clear_rows(places: Sequence[float], words: Sequence[str], anchors: Sequence[str]) -> tuple[int, ...] | None:
    spans = []
    for place, word, anchor in zip(places, words, anchors, strict=True):
        start = place * _NARROWEST_PX - len(word) * _LETTER_PX * _BEFORE[anchor]
        spans.append((start, start + len(word) * _LETTER_PX))
    lines = [place * _NARROWEST_PX for place in places]

    def is_clear(rows: tuple[int, ...]) -> bool:
        pairs = [(one, other) for one in range(len(rows)) for other in range(len(rows)) if one != other]
        return not any(
            spans[one][0] < lines[other] < spans[one][1]
            if rows[one] < rows[other]
            else rows[one] == rows[other] and spans[one][0] < spans[other][1] + _GAP_PX and lines[one] >= lines[other]
            for one, other in pairs
        )

    count = len(places) if len(places) <= _MOST_TRIED else 0
    ways = sorted(product(range(count), repeat=count), key=lambda rows: (max(rows, default=0), sum(rows), rows))
    return next(filter(is_clear, ways), None)


def cuts_words(place: float, words: Sequence[str]) -> bool:
    """Whether a line at a share 0..1 of the width cuts words that begin at the left, and they have room after it.

    >>> cuts_words(0.1, ["RAG 511 ms"]), cuts_words(0.9, ["RAG 511 ms"]), cuts_words(0.6, ["RAG  511 ms (436-586 ms)"])
    (True, False, False)
    """
    longest = max((len(word) for word in words), default=0) * _LETTER_PX
    line = place * _NARROWEST_PX
    return line < longest + _GAP_PX and line + _GAP_PX + longest <= _NARROWEST_PX
