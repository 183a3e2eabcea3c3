"""A guess before the answer: read it, and say how far off it was. Pure."""

from dataclasses import dataclass, replace

from core.calculator_page.precise import precise, precise_span
from core.calculators.model import Quantity
from core.language.text import t
from core.numbers.number_format import compact, within_reason
from core.numbers.typed_number import read_number


@dataclass(frozen=True)
class Compared:
    """A guess beside the answer. `ratio` is guess ÷ answer."""

    guess: str
    answer: str
    ratio: float
    words: str


def read_guess(text: str) -> float | None:
    """The number that a guess begins with, whatever its unit; None when there is none that `is_guess`.

    >>> read_guess("40 GiB"), read_guess("$1.2K"), read_guess("1,5"), read_guess("~60 million"), read_guess("a lot")
    (40.0, 1200.0, 1.5, 60000000.0, None)
    """
    number = None if text.strip()[:1].isalpha() else read_number(text)
    return number if number is not None and is_guess(number) else None


def is_guess(number: float) -> bool:
    """Whether a number can be compared with a result: it is above zero, and not beyond all reason.

    >>> is_guess(1.2e3), is_guess(0.0), is_guess(1e-310)
    (True, False, False)
    """
    return number > 0 and within_reason(number)


def compare_guess(guess: float, answer: Quantity) -> Compared:
    """Guess, answer and their ratio, with a sentence.

    >>> from core.calculators.model import Unit
    >>> compare_guess(20, Quantity("m", "Memory", 40, Unit.GIB)).words
    'Half of it: the answer is 2 times your guess.'
    """
    unit = answer.unit.value
    ratio = guess / answer.value if answer.value else float("inf")
    return Compared(precise(guess, unit), precise(answer.value, unit), ratio, _words(guess, answer, ratio))


def compare_stated(guess: float, answer: Quantity) -> Compared:
    """A guess beside a range that was stated, whose middle is nobody's: the ratio is to its nearer end, 1 within it.

    >>> from core.calculators.model import Unit
    >>> told = compare_stated(1_200, Quantity("c", "Cost", 25, Unit.USD, 10, 40))
    >>> told.answer, told.ratio, told.words
    ('$10–40', 30.0, 'Too high: your guess is 30 times the answer.')
    """
    low, high = (answer.value if end is None else end for end in (answer.low, answer.high))
    compared = compare_guess(guess, replace(answer, value=min(max(guess, low), high)))
    return replace(compared, answer=precise_span(low, high, answer.unit.value))


def _words(guess: float, answer: Quantity, ratio: float) -> str:
    if answer.low is not None and answer.high is not None and answer.low <= guess <= answer.high:
        return t("Within the range.")
    if answer.value == 0:
        return t("Too high: the answer is zero.")
    if 0.8 <= ratio <= 1.25:
        return t("Close: within a quarter.")
    if ratio < 1:
        lead = t("Half of it") if 0.45 <= ratio <= 0.55 else t("Too low")
        return t("{lead}: the answer is {compact} times your guess.", lead=lead, compact=compact(1 / ratio))
    return t("Too high: your guess is {compact} times the answer.", compact=compact(ratio))
