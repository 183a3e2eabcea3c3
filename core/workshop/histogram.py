"""Numbers that a room guessed, in bins of round width. Pure."""

import math
from collections.abc import Collection, Sequence

from core.language.text import marked, t
from core.number_format import compact
from core.quiz.answers import AnyAnswer, Typed
from core.quiz.number_reading import number_of

MOST_BINS = 8
OTHER = marked("other")
"""What is no number, counted together."""

Bin = tuple[str, float, float]
"""Words, lower end, upper end (not within)."""


def histogram(rounds: Sequence[Collection[AnyAnswer]]) -> list[dict[str, int]]:
    """For each round, how many guesses fall into each bin, by the bin's words, lowest first; the bins are the same.

    What is no number is counted as `OTHER`. Guesses over more than two powers of ten are binned by powers of ten.
    """
    numbers = [guesses(answers) for answers in rounds]
    bins = _bins(numbers)
    others = [len(answers) - len(one) for answers, one in zip(rounds, numbers, strict=True)]
    found = []
    for one, other in zip(numbers, others, strict=True):
        counts = {words: sum(low <= number < high for number in one) for words, low, high in bins}
        found.append(counts | ({OTHER: other} if any(others) else {}))
    return found


def guesses(answers: Collection[AnyAnswer]) -> list[float]:
    """The numbers among answers."""
    return [number for answer in answers if (number := _number(answer)) is not None]


def bins_within(rounds: Sequence[Collection[AnyAnswer]], low: float, high: float) -> frozenset[str]:
    """The words of the bins of `histogram` that meet the span from `low` to `high`; none when nobody guessed there."""
    bins = _bins([guesses(answers) for answers in rounds])
    return frozenset(words for words, lower, upper in bins if lower <= high and low < upper)


def _bins(numbers: Sequence[Collection[float]]) -> list[Bin]:
    everything = [number for one in numbers for number in one]
    return _powers(everything) if _is_wide(everything) else _widths(everything)


def _number(answer: object) -> float | None:
    return number_of(answer) if isinstance(answer, Typed) else None


def _is_wide(numbers: list[float]) -> bool:
    positive = [number for number in numbers if number > 0]
    return len(positive) == len(numbers) > 0 and max(positive) / min(positive) > 100


def _powers(numbers: list[float]) -> list[Bin]:
    first, last = (math.floor(math.log10(end(numbers))) for end in (min, max))
    return [_bin(10.0**power, 10.0 ** (power + 1)) for power in range(first, last + 1)]


def _widths(numbers: list[float]) -> list[Bin]:
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    width = _round_up((high - low) / MOST_BINS) or max(abs(high), 1.0)
    first, last = math.floor(low / width), math.floor(high / width)
    return [_bin(place * width, (place + 1) * width) for place in range(first, last + 1)]


def _bin(low: float, high: float) -> Bin:
    return t("{low} to {high}", low=compact(low), high=compact(high)), low, high


def _round_up(width: float) -> float:
    if width <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= width)
