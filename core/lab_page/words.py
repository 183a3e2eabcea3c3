"""Formats the figures of a run: one value, or the spread over the recorded worlds. Pure."""

import re
from collections.abc import Sequence

from core.content.lab import Unit
from core.lab.result import Result, Spread
from core.language.numbers import decimal, written
from core.language.text import nt, t
from core.numbers.number_format import compact, scientific

SHARES = (Unit.PERCENT, Unit.POINTS)
_MANY = 1e9


def value_words(value: float, unit: Unit, *, halves: bool = False) -> str:
    r"""One figure with its unit; spaces do not break.

    The middle of several guesses may lie between two of them, and below a thousand has its `halves`.

    >>> value_words(0.984, Unit.PERCENT), value_words(-0.05, Unit.POINTS), value_words(29.55, Unit.TIMES)
    ('98\xa0%', '−5\xa0points', '30\xa0times')
    >>> value_words(121_024, Unit.COUNT), value_words(4.461e11, Unit.COUNT), value_words(493_000, Unit.BYTES)
    ('121K', '4.46\xa0×\xa010¹¹', '493\xa0kB')
    >>> value_words(0.125, Unit.PERCENT), value_words(0.125, Unit.PERCENT, halves=True)
    ('12\xa0%', '12.5\xa0%')
    """
    if unit is Unit.COUNT:
        words = scientific(value) if value >= _MANY else compact(value)
    elif unit is Unit.BYTES:
        words = f"{decimal(value / 1000)} kB"
    else:
        shown = axis_value(value, unit)
        places = ".4g" if halves and abs(shown) < 1000 else f".{_places(unit)}f"
        words = written(shown, places) + _suffix(unit)
    return _minus(words).replace(" ", "\N{NO-BREAK SPACE}")


def spread_words(spread: Spread, unit: Unit) -> str:
    r"""A figure over several worlds: its mean, with the lowest and the highest where they differ.

    >>> spread_words(Spread(0.44, 0.09, 0.35, 0.6, 5), Unit.PERCENT)
    '44\xa0% (35 to 60)'
    >>> spread_words(Spread(29.55, 0, 29.55, 29.55, 5), Unit.TIMES)
    '30\xa0times'
    """
    return f"{value_words(spread.mean, unit)} {ends_words(spread, unit)}".rstrip()


def ends_words(spread: Spread, unit: Unit) -> str:
    """The lowest and the highest in brackets; nothing where they do not differ as written.

    >>> ends_words(Spread(0.44, 0.09, 0.35, 0.6, 5), Unit.PERCENT)
    '(35 to 60)'
    """
    low, high = (_bare(value, unit) for value in (spread.least, spread.most))
    return "" if low == high else f"({t('{low} to {high}', low=low, high=high)})"


def axis_value(value: float, unit: Unit) -> float:
    """A value as an axis and a slider show it: shares become per cent.

    >>> axis_value(0.25, Unit.PERCENT), axis_value(0.25, Unit.NATS)
    (25.0, 0.25)
    """
    return value * 100 if unit in SHARES else value


def axis_unit(unit: Unit) -> str:
    """The unit after each value of an axis."""
    return "\N{NO-BREAK SPACE}%" if unit is Unit.PERCENT else ""


def _bare(value: float, unit: Unit) -> str:
    words = value_words(value, unit)
    return words.removesuffix(_suffix(unit).replace(" ", "\N{NO-BREAK SPACE}"))


def _places(unit: Unit) -> int:
    return 2 if unit in (Unit.NUMBER, Unit.NATS) else 0


def _suffix(unit: Unit) -> str:
    names = {
        Unit.PERCENT: " %",
        Unit.POINTS: t(" points"),
        Unit.TIMES: t(" times"),
        Unit.SECONDS: " s",
        Unit.BYTES: " kB",
    }
    return names.get(unit, "")


def _minus(words: str) -> str:
    zero = words.startswith("-") and not re.search("[1-9]", words)
    return words.removeprefix("-") if zero else words.replace("-", "−")


def legend_words(shown: Result | None, recorded: Sequence[Result]) -> str:
    """What the lines of a chart before the band of the recorded worlds are."""
    band = nt(
        "the mean of the recorded world; its band reaches from the lowest to the highest.",
        "the mean of {n} recorded worlds; its band reaches from the lowest to the highest.",
        len(recorded),
    )
    if shown is None:
        return t("Line: {band}", band=band)
    return t("Thick line: the run in world {world}. Thin line: {band}", world=shown.seed, band=band)
