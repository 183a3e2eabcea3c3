"""A guess before the first run, and how far off it was. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.content.lab import Guess, Unit
from core.lab.result import Result, figure_spreads
from core.lab_page.words import axis_value, spread_words, value_words

_BY_RATIO = (Unit.NATS, Unit.TIMES, Unit.BYTES, Unit.COUNT, Unit.SECONDS)
_SHARES = (Unit.PERCENT, Unit.POINTS)


@dataclass(frozen=True)
class Outcome:
    """What was guessed, what came, and a sentence on both."""

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
    said = "" if guess is None else value_words(guess / 100 if unit in _SHARES else guess, unit)
    return Outcome(said, value_words(came, unit), words, f"recorded: {spread_words(spread, unit)}")


def _words(guess: float, came: float, unit: Unit) -> str:
    """How far off a guess was: as a ratio where that says more, else as a difference.

    >>> _words(70, 44, Unit.PERCENT), _words(0.3, 0.9, Unit.NATS), _words(45, 44, Unit.PERCENT)
    ('26 points too high.', 'Too low: it came to 3 times your guess.', 'Right, to within 1 point.')
    """
    if unit in _SHARES:
        points = round(guess - came)
        if abs(points) <= 2:
            return f"Right, to within {_points(max(abs(points), 1))}."
        return f"{_points(abs(points))} too {'high' if points > 0 else 'low'}."
    if unit in _BY_RATIO and guess > 0 and came > 0:
        ratio = came / guess
        if 0.8 <= ratio <= 1.25:
            return "Close: within a quarter."
        if ratio > 1:
            return f"Too low: it came to {ratio:.2g} times your guess."
        return f"Too high: your guess is {1 / ratio:.2g} times what came."
    off = guess - came
    return f"{abs(off):.2f} too {'high' if off > 0 else 'low'}." if abs(off) >= 0.05 else "Right, to within 0.05."


def _points(count: int) -> str:
    return f"{count} point{'s' if count != 1 else ''}"
