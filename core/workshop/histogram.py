"""Numbers that a room guessed, in bins of round width. Pure."""

import itertools
import math
from collections.abc import Collection, Sequence
from statistics import median

from core.language.text import marked, t
from core.numbers.nice_numbers import round_up
from core.numbers.number_format import compact, within_reason
from core.quiz.answers import AnyAnswer
from core.workshop.figures import DIGITS, figure

MOST_BINS = 8
_WIDTHS = (1, 2, 5, 10)
WIDE = 20.0
"""If the highest is so many times the lowest, bins of one width would hold nearly all in the first."""
FAR = 5.0
"""The same if the highest is so many times the median."""
BEYOND_BULK = 10.0
"""Guesses beyond so many times the median size get a bin of their own, where bins cannot grow by ratios."""
APART, FEW = 100.0, 0.25
"""Guesses so many times above or below the median get a bin of their own, if they are no more than this share."""
OTHER = marked("other")
"""What is no number, counted together."""

Bin = tuple[str, float, float]
"""Words, lower end, upper end (not within)."""


def histogram(
    rounds: Sequence[Collection[AnyAnswer]], answer: float | None = None, whole: float = math.inf
) -> list[dict[str, int]]:
    """For each round, how many guesses fall into each bin, by the bin's words, lowest first; the bins are the same.

    What is no number is counted as `OTHER`. Guesses far apart are binned by their ratio, and the few beyond all others
    stand together at the ends: one of them would leave all others in one bin. Once the `answer` may be seen,
    it is given, and has a bin too. Of shares, no bin reaches beyond the `whole` unless somebody guessed more.
    """
    numbers = [guesses(answers) for answers in rounds]
    bins = _bins(numbers, answer, whole)
    others = [len(answers) - len(one) for answers, one in zip(rounds, numbers, strict=True)]
    found = []
    for one, other in zip(numbers, others, strict=True):
        counts = {words: sum(low <= number < high for number in one) for words, low, high in bins}
        found.append(counts | ({OTHER: other} if any(others) else {}))
    return found


def guesses(answers: Collection[AnyAnswer]) -> list[float]:
    """The numbers among answers, without those beyond all reason."""
    numbers = (figure(answer) for answer in answers)
    return [number for number in numbers if number is not None and within_reason(number)]


def middle_guess(answers: Collection[AnyAnswer]) -> float | None:
    """The median of the numbers among answers, in their unit; None where there are none."""
    numbers = guesses(answers)
    return median(numbers) if numbers else None


def bins_within(
    rounds: Sequence[Collection[AnyAnswer]],
    low: float,
    high: float,
    answer: float | None = None,
    whole: float = math.inf,
) -> frozenset[str]:
    """The words of the bins of `histogram` that overlap the span from `low` to `high`."""
    bins = _bins([guesses(answers) for answers in rounds], answer, whole)
    return frozenset(words for words, lower, upper in bins if lower <= high and low < upper)


def _bins(numbers: Sequence[Collection[float]], answer: float | None, whole: float) -> list[Bin]:
    everything = [number for one in numbers for number in one]
    if everything and answer is not None and within_reason(answer):
        everything.append(answer)
    bins = _bins_of(everything, answer)
    return _up_to(whole, bins) if max(everything, default=0.0) <= whole < math.inf else bins


def _up_to(whole: float, bins: list[Bin]) -> list[Bin]:
    """The bins of a share, such as of 100 %: the last one ends at the whole, and includes it."""
    within = [one for one in bins if one[1] < whole]
    if not within or within[-1][2] < whole:
        return bins
    words, low, _ = _bin(within[-1][1], whole)
    return [*within[:-1], (words, low, math.nextafter(whole, math.inf))]


def _bins_of(everything: list[float], answer: float | None) -> list[Bin]:
    if len({*everything}) == 1:  # a bin would be as wide as the number, and of shares reach beyond the whole
        return [(compact(everything[0]), everything[0], math.nextafter(everything[0], math.inf))]
    bulk = _near(everything, answer) if _is_wide(everything) else _bulk(everything)
    binned = _ratios if _is_wide(bulk) else _widths
    if len(bulk) == len(everything):
        return binned(everything, MOST_BINS)
    return _with_ends(binned(bulk, MOST_BINS - 2), min(everything), max(everything))


def _near(numbers: list[float], answer: float | None) -> list[float]:
    """The numbers without the few that are far from the median; the answer stays in any case."""
    middle = median(numbers)
    near = [number for number in numbers if middle / APART <= number <= middle * APART or number == answer]
    return near if len(numbers) - len(near) <= len(numbers) * FEW else numbers


def _bulk(numbers: list[float]) -> list[float]:
    """All numbers but those that are many times larger than the middle one, or lower than minus that."""
    middle = median(map(abs, numbers)) if numbers else 0.0
    return [number for number in numbers if abs(number) <= BEYOND_BULK * middle] if middle > 0 else numbers


def _with_ends(bins: list[Bin], lowest: float, highest: float) -> list[Bin]:
    low, high = bins[0][1], bins[-1][2]
    below = [(t("under {low}", low=compact(low)), -math.inf, low)] if lowest < low else []
    above = [(t("{high} and more", high=compact(high)), high, math.inf)] if highest >= high else []
    return [*below, *bins, *above]


def _is_wide(numbers: list[float]) -> bool:
    positive = [number for number in numbers if number > 0]
    return len(positive) == len(numbers) > 0 and (
        max(positive) / min(positive) > WIDE or max(positive) / median(positive) > FAR
    )


def _ratios(numbers: list[float], most: int) -> list[Bin]:
    """Bins whose ends are 1, 2 or 5 times a power of ten; whole powers, or every second, where these were too many."""
    low, high = min(numbers), max(numbers)
    first, last = _power(low), _power(high) + 1
    for steps, apart in (((1, 2, 5), 1), ((1,), 1), ((1,), 2), ((1,), 5), ((1,), 20)):
        powers = range(first, last + apart, apart)
        ends = [float(f"{step}e{power}") for power in powers for step in steps]  # 10.0**23 is more than 1e23
        bins = [_bin(one, two) for one, two in itertools.pairwise(ends) if low < two and one <= high]
        if len(bins) <= most:
            break
    return bins


def _power(number: float) -> int:
    """The power of ten that a number reaches; a logarithm would be rounded up to the next, and 1e23 is 9.99…e22."""
    power = int(f"{number:.16e}".partition("e")[2])
    return power + (number >= float(f"1e{power + 1}"))


def _widths(numbers: list[float], most: int) -> list[Bin]:
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    width = round_up((high - low) / most, _WIDTHS) if high > low else max(abs(high), 1.0)
    while True:  # until no two bins are called the same
        places = range(_place(low, width), _place(high, width) + 1)
        bins = [_bin(_begins(place, width), _begins(place + 1, width)) for place in places]
        if len({words for words, _, _ in bins}) == len(bins):
            return bins
        width = round_up(width * 1.5, _WIDTHS)


def _place(number: float, width: float) -> int:
    """The number of the bin that holds a number; its quotient may have been rounded to that of a neighbour."""
    place = math.floor(number / width)
    if number < _begins(place, width):
        return place - 1
    return place + 1 if number >= _begins(place + 1, width) else place


def _begins(place: int, width: float) -> float:
    """Where a bin begins, in the digits that guesses are kept with: 17 * 0.1 is a little more than 1.7."""
    return float(f"{place * width:.{DIGITS}g}")


def _bin(low: float, high: float) -> Bin:
    return t("{low} to {high}", low=compact(low), high=compact(high)), low, high
