"""Reads a number typed as an answer, in the unit that was asked for, and writes it back. Pure."""

import re

from core.content.typed_items import PredictNumber
from core.language.numbers import written
from core.numbers.number_format import printed, scientific, span
from core.numbers.typed_number import SCALE_WORDS, read_number
from core.quiz.answers import Typed

_NO_UNIT = re.compile(
    r"\d\s*([kmbt]|tsd|mio|mrd|bio|bn|mn|tausend|thousands?|(m|b|tr)illion(s|en)?|milliarden?)?\.?$", re.IGNORECASE
)
_BEYOND = 1e15
"""From here on a number is a power of ten."""
_FEW_DOLLARS = re.compile(r"\d{1,3}([.,]\d+)?(–\d{1,3}([.,]\d+)?)?")
_ONE_DECIMAL = re.compile(r"(?<=\d)[.,]\d(?!\d)")
_OTHER_UNITS = {
    "ms": ((r"s|secs?|seconds?|sek\.?|sekunden?", 1000.0),),
    "GiB": ((r"ti?b|t(era|ebi)?-?bytes?", 1000.0), (r"mi?b|m(ega)?-?bytes?", 0.001)),
}
"""By the unit that was asked for: other units that somebody may type, and what one of them is."""


def typed_number(text: str) -> Typed:
    """A number as typed, with what it is in the language in force now.

    >>> typed_number("4.6 M")
    Typed(kind='typed', text='4.6 M', number=4600000.0)
    """
    return Typed(text=text, number=read_number(text))


def number_of(answer: Typed) -> float | None:
    """The number that was typed, whatever the language in force; that of an older answer as it is read now."""
    return read_number(answer.text) if answer.number is None else answer.number


def number_in(answer: Typed, unit: str) -> float | None:
    """The number in its unit: “15 trillion” in a field for trillions of tokens is 15, “900 billion” is 0.9.

    >>> number_in(typed_number("15 trillion"), "trillion tokens"), number_in(typed_number("15"), "trillion tokens")
    (15.0, 15.0)
    >>> number_in(typed_number("0.1 s"), "ms"), number_in(typed_number("100 ms"), "ms")
    (100.0, 100.0)
    >>> number_in(typed_number("1.5 TB"), "GiB"), number_in(typed_number("70 GB"), "GiB")
    (1500.0, 70.0)
    """
    number, scale = number_of(answer), scale_of(unit)
    for other, times in _OTHER_UNITS.get(unit, ()):
        if number is not None and re.search(rf"\d\s*({other})$", answer.text.strip(), re.IGNORECASE):
            return number * times
    least = min(scale, max(scale / 1000, 1e6))  # nobody means a billion trillions
    return number / scale if number is not None and abs(number) >= least > 1 else number


def scale_of(unit: str) -> float:
    """What one of a unit is: a trillion of “trillion tokens”; 1 of a unit that names no scale."""
    word = unit.partition(" ")[0]
    return (read_number(f"1 {word}") or 1.0) if word in SCALE_WORDS else 1.0


def typed_words(answer: Typed) -> str:
    """What was typed, as it reads now: in other marks, when the same text would be another number in this language.

    >>> typed_words(Typed(text="about 4.587 h", number=4587.0)), typed_words(Typed(text="4,587 h", number=4587.0))
    ('4,587', '4,587 h')
    """
    if answer.number is None or read_number(answer.text) == answer.number:
        return answer.text
    return whole_figures(answer.number)


def names_no_unit(text: str) -> bool:
    """Whether a typed number ends in a digit, or in nothing but its thousands or millions.

    >>> names_no_unit("5000"), names_no_unit("5 k"), names_no_unit("5 Tsd."), names_no_unit("3 hours")
    (True, True, True, False)
    """
    return bool(_NO_UNIT.search(text.strip()))


def whole_figures(number: float) -> str:
    """A number with up to ten figures, in the marks of the language in force.

    >>> whole_figures(4587.5), whole_figures(13e12), whole_figures(3e23)
    ('4,587.5', '13,000,000,000,000', '3.00 × 10²³')
    """
    return scientific(number) if abs(number) >= _BEYOND else written(float(f"{number:.10g}"), ",.15g")


def predicted_figures(item: PredictNumber) -> str:
    """The number that is to be predicted, without its unit: written out below a million, else in four figures; a range
    in two.

    >>> [predicted_figures(PredictNumber.model_construct(answer=number)) for number in (12_500.0, 27_262_976.0, 47.9)]
    ['12,500', '27.26M', '47.9']
    >>> predicted_figures(PredictNumber.model_construct(answer=5e7, high=1e8))
    '50–100M'
    """
    if item.high or item.answer >= _BEYOND:
        return span(item.answer, item.upper, "count")
    return printed(item.answer) if item.answer >= 1e6 else whole_figures(item.answer)


def with_cents(amount: str) -> str:
    """A few dollars, or a range of them, with two decimals where there is one; thousands and more stay as they are.

    >>> with_cents("2.5"), with_cents("0.5–12,5"), with_cents("1.5M"), with_cents("0.125"), with_cents("4,587.5")
    ('2.50', '0.50–12,50', '1.5M', '0.125', '4,587.5')
    """
    return _ONE_DECIMAL.sub(r"\g<0>0", amount) if _FEW_DOLLARS.fullmatch(amount) else amount


def figures_told(number: float) -> str:
    """A number as `whole_figures` writes it, but with a letter for billions and trillions where that loses no digit.

    >>> figures_told(13e12), figures_told(13.00001e12), figures_told(65536)
    ('13T', '13,000,010,000,000', '65,536')
    """
    short = printed(number)
    return short if 1e9 <= abs(number) < _BEYOND and read_number(short) == number else whole_figures(number)
