"""A guess before the first run, and how far off it was. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.content.lab import Guess, Unit
from core.lab.result import Result, figure_spreads
from core.lab_page.words import SHARES, axis_value, spread_words, value_words
from core.language.numbers import decimal, written
from core.language.text import nt, t

_BY_RATIO = (Unit.NATS, Unit.TIMES, Unit.BYTES, Unit.COUNT, Unit.SECONDS)
_SAME, _SAME_POINTS, _CLOSE = 0.05, 2, (0.8, 1.25)
"""Up to how far off a guess counts as right: as a number, in points, and as a ratio."""


@dataclass(frozen=True)
class Outcome:
    """The guess, the measured value, and a sentence on both."""

    guess: str
    came: str
    words: str
    recorded: str


def compare_guess(guess: float | None, asked: Guess, shown: Result | None, recorded: Sequence[Result]) -> Outcome:
    """A guess beside the run that is shown, or beside the recorded mean.

    `guess` is in the unit of the slider: shares in per cent; None when it was skipped.
    """
    figure, unit = asked.answer.figure, asked.answer.unit
    spread = figure_spreads(recorded)[figure]
    came = shown.figures[figure] if shown and figure in shown.figures else spread.mean
    words = "" if guess is None else _words(guess, axis_value(came, unit), unit)
    said = "" if guess is None else value_words(guess / 100 if unit in SHARES else guess, unit)
    return Outcome(said, value_words(came, unit), words, t("recorded: {figure}", figure=spread_words(spread, unit)))


def _words(guess: float, came: float, unit: Unit) -> str:
    """How far off a guess was: as a ratio where that says more, else as a difference.

    >>> _words(70, 44, Unit.PERCENT), _words(0.3, 0.9, Unit.NATS), _words(45, 44, Unit.PERCENT)
    ('26 points too high.', 'Too low: it came to 3 times your guess.', 'Right, to within 1 point.')
    """
    if unit in SHARES:
        return _in_points(round(guess - came))
    return _as_ratio(came / guess) if unit in _BY_RATIO and guess > 0 and came > 0 else _as_number(guess - came)


def _in_points(off: int) -> str:
    if abs(off) <= _SAME_POINTS:
        return nt("Right, to within {n} point.", "Right, to within {n} points.", max(abs(off), 1))
    if off > 0:
        return nt("{n} point too high.", "{n} points too high.", off)
    return nt("{n} point too low.", "{n} points too low.", -off)


def _as_ratio(ratio: float) -> str:
    low, high = _CLOSE
    if low <= ratio <= high:
        return t("Close: within a quarter.")
    if ratio > 1:
        return t("Too low: it came to {times} times your guess.", times=written(ratio, ".2g"))
    return t("Too high: your guess is {times} times the result.", times=written(1 / ratio, ".2g"))


def _as_number(off: float) -> str:
    if abs(off) < _SAME:
        return t("Right, to within {limit}.", limit=decimal(_SAME, 2))
    far = decimal(abs(off), 2)
    return t("{far} too high.", far=far) if off > 0 else t("{far} too low.", far=far)
