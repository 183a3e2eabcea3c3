"""Reads the number that a learner typed: 4.6M, 13 trillion, 1,000, 416,7, 3e23, 8 × 10^22; and says it. Pure."""

import re

from core.language.numbers import in_figures
from core.number_format import parse, printed, scientific
from core.quiz.answers import Typed

_WORDS = {"thousand": "k", "million": "m", "billion": "b", "trillion": "t", "mio": "m", "bn": "b", "mn": "m"}
_SCALE_WORD = re.compile(r"(?<=\d)\s*(" + "|".join(_WORDS) + r")s?\b")
_NO_UNIT = re.compile(
    r"\d\s*([kmbt]|tsd|mio|mrd|bio|bn|mn|tausend|thousands?|(m|b|tr)illion(s|en)?|milliarden?)?\.?$", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^((about|around|approx|approximately|roughly|nearly|almost|over|under|more than|less than|at least|up to|ca|circa"
    r"|etwa|ungefähr|rund|fast|knapp|gut|über|unter|mehr als|weniger als|mindestens|bis zu)\b\.?|[~≈=<>])\s*"
)
_GROUPS = re.compile(r"(?<=\d)[ '’_](?=\d{3}(?!\d))")
_SUM = re.compile(r"^\D{0,3}\d[\d.,]*\s*([/÷:+]\s*\d|[×x*·⋅]\s*(?!10[\^*⁻⁰¹²³⁴⁵⁶⁷⁸⁹])\d)")
"""What is still to be worked out, such as 25,000 / 60; not 8 × 10^22."""


def read_number(text: str) -> float | None:
    """The number that the text begins with; None when there is none, it is not finite, or it is still a sum.

    >>> read_number("about 1,000"), read_number("416,7 h"), read_number("13 trillion tokens"), read_number("$1.2k")
    (1000.0, 416.7, 13000000000000.0, 1200.0)
    >>> read_number("8 × 10^22"), read_number("5 000"), read_number("0,125"), read_number("fifty"), read_number("1e999")
    (8e+22, 5000.0, 0.125, None, None)
    >>> read_number("1.000,5"), read_number("1'000"), read_number("over 13T"), read_number("25,000 / 60")
    (1000.5, 1000.0, 13000000000000.0, None)
    """
    cleaned = text.strip().lower().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    cleaned = _PREFIX.sub("", _GROUPS.sub("", cleaned))
    if _SUM.match(cleaned):
        return None
    return parse(_SCALE_WORD.sub(lambda found: f" {_WORDS[found[1]]}", cleaned))


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
    """
    number, scale = number_of(answer), scale_of(unit)
    least = min(scale, max(scale / 1000, 1e6))  # nobody means a billion trillions
    return number / scale if number is not None and abs(number) >= least > 1 else number


def scale_of(unit: str) -> float:
    """What one of a unit is: a trillion of “trillion tokens”; 1 of a unit that names no scale."""
    word = unit.partition(" ")[0]
    return (read_number(f"1 {word}") or 1.0) if word in _WORDS else 1.0


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
    return scientific(number) if abs(number) >= 1e15 else in_figures(f"{float(f'{number:.10g}'):,.15g}")


def figures_told(number: float) -> str:
    """The same, but with a letter where that leaves nothing out of billions and trillions.

    >>> figures_told(13e12), figures_told(13.00001e12), figures_told(65536)
    ('13T', '13,000,010,000,000', '65,536')
    """
    short = printed(number)
    return short if 1e9 <= abs(number) < 1e15 and read_number(short) == number else whole_figures(number)
