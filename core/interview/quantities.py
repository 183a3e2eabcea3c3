"""Figures with units in a text, and whether an answer's figure contradicts a key point's. Pure."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from core.interview.contradiction import Conflict
from core.interview.words import NUMBER_WORDS

_UNITS = {
    "ms": ("s", 1e-3), "millisecond": ("s", 1e-3), "s": ("s", 1), "sec": ("s", 1), "second": ("s", 1),
    "minute": ("s", 60), "min": ("s", 60), "hour": ("s", 3600), "h": ("s", 3600),
    "day": ("s", 86_400), "week": ("s", 604_800), "month": ("s", 2.63e6),
    "year": ("s", 3.156e7), "%": ("%", 1), "x": ("times", 1), "×": ("times", 1), "time": ("times", 1),
    "fold": ("times", 1), "bit": ("bit", 1), "gb": ("byte", 1e9), "gib": ("byte", 1e9), "mb": ("byte", 1e6),
    "gigabyte": ("byte", 1e9), "megabyte": ("byte", 1e6),
    "token": ("token", 1), "example": ("example", 1), "sample": ("example", 1), "pair": ("example", 1),
    "point": ("point", 1), "degree": ("degree", 1), "step": ("step", 1), "stage": ("stage", 1), "phase": ("stage", 1),
}  # fmt: skip
_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)(?:\s*(k|m|b|t|thousand|million|billion|trillion)(?![a-z]))?"
_FIGURE = re.compile(
    rf"(?<![\w.])([$€£])?\s*{_NUMBER}(?:\s*(?:-|–|—|to|and)\s*[$€£]?{_NUMBER})?[\s-]*(%|×|[a-z]+)?", re.IGNORECASE
)
_DIGITS = "|".join(word for word, figure in NUMBER_WORDS.items() if len(figure) == 1)
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b")
_MANY = {None: 1, "tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1_000}
_SOME = re.compile(r"\b(?:(tens|dozens|hundreds|thousands) of )?(minutes|hours|days|weeks|months|years)\b")
_NUMBERED = re.compile(r"(?:\d|hundred|thousand|ions of)[\s-]+(?:\w+ ){0,2}$")
"""Such a number stands before the unit: “four hundred and some hours”."""

_SIZES = {
    "hundreds": (100, 5_000), "thousands": (1_000, 1e5), "tens of thousands": (1e4, 2e5),
    "hundreds of thousands": (1e5, 2e6), "millions": (1e6, 1e8), "tens of millions": (1e7, 2e8),
    "billions": (1e9, 1e11),
}  # fmt: skip
_SIZE = re.compile(
    rf"(?<!to )(?<!or )(?<!of )\b({'|'.join(sorted(_SIZES, key=len, reverse=True))})"
    r" of (?:[a-z-]+ ){0,2}?(example|sample|pair)s?\b"
)
_ONE = re.compile(r"\b(?:a|one) (?=(?:hundred|thousand|million|billion)\b)")
_ONE_LONG = re.compile(
    r"\b((?:for|takes?|took|about|around|roughly|nearly|almost) )(?:an?|one)"
    r" (?=(?:minute|hour|day|week|month|year)\b)"
)
"""“For a week” is a length; “$5 an hour” and “twice a week” are rates."""

_TENS = re.compile(rf"\b({'|'.join(word for word in NUMBER_WORDS if word.endswith('ty'))})[- ](one|{_DIGITS})\b")
_HUNDREDS = re.compile(r"\b(?:(one|\d) (?:or|to) )?(\d+) hundred\b(?: and (\d\d?)\b)?")
_BARE_MONEY = re.compile(
    r"(?<![\w.$€£-])(\d+(?:\.\d+)?k)(?=\s+(?:of|on|for)\s+(?:the\s+)?(?:gpus?|compute|labels?|labell?ing|people)\b)"
)
"""“50k of GPU time” is money."""

_TOLERANCE, _FAR = 1.15, 2.0


@dataclass(frozen=True)
class Quantity:
    """A range of numbers, both ends included, in the base of its unit (seconds, bytes, dollars, a bare count)."""

    low: float
    high: float
    unit: str


@lru_cache(maxsize=8192)
def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The figures of a text whose unit is known.

    >>> quantities_of("Vector search adds 50–200 ms and costs $5 an hour")
    (Quantity(low=0.05, high=0.2, unit='s'), Quantity(low=5.0, high=5.0, unit='money'))
    """
    plain = _in_digits(text)
    found = [_quantity(match) for match in _FIGURE.finditer(plain)]
    some = (match for match in _SOME.finditer(plain) if not _NUMBERED.search(plain[: match.start()]))
    found += [_some(match[1], match[2]) for match in some]
    return tuple(quantity for quantity in found if quantity is not None)


@lru_cache(maxsize=8192)
def numbers_of(text: str) -> frozenset[float]:
    """The numbers that a text names, whatever of.

    >>> sorted(numbers_of("Thirty examples would do, so our sixty are plenty"))
    [30.0, 60.0]
    """
    plain = _in_digits(text)
    return frozenset(_value(match[2], match[3]) for match in _FIGURE.finditer(plain))


@lru_cache(maxsize=8192)
def sizes_of(text: str) -> tuple[Quantity, ...]:
    """The sizes in words of a text whose unit is known, each as wide as people mean it.

    >>> sizes_of("You need millions of labelled examples")
    (Quantity(low=1000000.0, high=100000000.0, unit='example'),)
    """
    found = ((_SIZES[match[1]], _unit(match[2])) for match in _SIZE.finditer(text.lower()))
    return tuple(Quantity(low * factor, high * factor, name) for (low, high), (name, factor) in found if name)


def _in_digits(text: str) -> str:
    """A text with its numbers in digits."""
    plain = re.sub(r"\bpercent\b", "%", text.lower())
    plain = _TENS.sub(_sum, _ONE_LONG.sub(r"\g<1>1 ", _BARE_MONEY.sub(r"$\1", plain)))
    plain = _NUMBER_WORD.sub(lambda match: NUMBER_WORDS[match.group()], _ONE.sub("1 ", plain))
    return _HUNDREDS.sub(_in_figures, plain)


def _sum(match: re.Match[str]) -> str:
    """“Thirty-five” as 35."""
    return str(int(NUMBER_WORDS[match[1]]) + int(NUMBER_WORDS.get(match[2], "1")))


def _in_figures(match: re.Match[str]) -> str:
    """“4 hundred” as 400, “1 hundred and 40” as 140, “one or 2 hundred” as 100–200, “10 to 1 hundred” as 10–100."""
    low, high, rest = match.groups()
    if rest:
        return str(100 * int(high) + int(rest))
    first = (low or "").replace("one", "1")
    return f"{first}00 to {high}00" if first and first < high else f"{first} to {high}00" if first else f"{high}00"


def _some(many: str | None, unit: str) -> Quantity:
    """“Weeks” without a number: one to twenty of them, and of “hundreds of hours” a hundred times as many."""
    name, factor = _unit(unit)
    factor *= _MANY[many]
    return Quantity(factor, 20 * factor, name)


def _quantity(match: re.Match[str]) -> Quantity | None:
    money, low, low_scale, high, high_scale, word = match.groups()
    name, factor = ("money", 1.0) if money else _unit(word or "")
    if not name:
        return None
    last = _value(high, high_scale) if high else _value(low, low_scale)
    first = _value(low, low_scale or (high_scale if high else None))
    return Quantity(min(first, last) * factor, max(first, last) * factor, name)


def _unit(word: str) -> tuple[str, float]:
    if word in ("dollars", "dollar", "usd"):
        return "money", 1.0
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s")) or ("", 1.0)


def _value(digits: str, scale: str | None) -> float:
    return float(digits.replace(",", "")) * _SCALES.get(scale or "", 1.0)


def figure_conflict(phrase: str, window: str) -> Conflict:
    """Plain when both give a figure in one unit and the answer's lies far off; possible when it is a little off.

    A size in words (“thousands of examples”) is wide; in a phrase it says only how much would be far too much. A number
    that the phrase names itself, with a unit or without, is not off.
    """
    named = numbers_of(phrase)
    said = tuple(one for one in quantities_of(window) if one.low != one.high or one.low not in named) + sizes_of(window)
    meant = quantities_of(phrase) + tuple(replace(size, low=0.0) for size in sizes_of(phrase))
    worst = Conflict.NONE
    for unit in {quantity.unit for quantity in meant}:
        wanted = [quantity for quantity in meant if quantity.unit == unit]
        given = [quantity for quantity in said if quantity.unit == unit]
        alike = [(one, other) for one in wanted for other in given if _factor_off(one, other) <= _TOLERANCE]
        wanted = [one for one in wanted if all(one is not pair[0] for pair in alike)] if alike else wanted
        given = [other for other in given if all(other is not pair[1] for pair in alike)]
        if wanted and given:
            off = min(_factor_off(one, other) for one in wanted for other in given)
            worst = max(worst, Conflict.PLAIN if off >= _FAR else Conflict.POSSIBLE if off > _TOLERANCE else worst)
    return worst


def _factor_off(wanted: Quantity, given: Quantity) -> float:
    """1 when the ranges touch, else how many times the nearer end lies off."""
    if given.low > wanted.high:
        return given.low / max(wanted.high, 1e-12)
    return wanted.low / max(given.high, 1e-12) if given.high < wanted.low else 1.0
