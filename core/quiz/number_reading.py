"""Reads the number that a learner typed: 4.6 M, 13 trillion, 1,000, 416,7, 3e23, 8 × 10^22. Pure."""

import math
import re

from core.number_format import parse

_WORDS = {"thousand": "k", "million": "m", "billion": "b", "trillion": "t", "mio": "m", "bn": "b", "mn": "m"}
_SCALE_WORD = re.compile(r"(?<=\d)\s*(" + "|".join(_WORDS) + r")s?\b")
_DECIMAL_COMMA = re.compile(r"^([^\d]*\d+),(\d{1,2}|\d{4,})(?![\d,.])")
_PREFIX = re.compile(r"^(about|around|approx\.?|approximately|roughly|ca\.?|circa|~|≈|=|<|>)\s*")


def read_number(text: str) -> float | None:
    """The number that the text begins with; None when there is none, or it is not finite.

    A comma before one, two, or four and more digits is a decimal comma, before three it groups.

    >>> read_number("about 1,000"), read_number("416,7 h"), read_number("13 trillion tokens"), read_number("$1.2k")
    (1000.0, 416.7, 13000000000000.0, 1200.0)
    >>> read_number("8 × 10^22"), read_number("5 000"), read_number("fifty"), read_number("1e999")
    (8e+22, 5000.0, None, None)
    """
    cleaned = text.strip().lower().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    cleaned = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", cleaned)
    cleaned = _PREFIX.sub("", cleaned)
    cleaned = _SCALE_WORD.sub(lambda found: f" {_WORDS[found[1]]}", cleaned)
    cleaned = _DECIMAL_COMMA.sub(r"\1.\2", cleaned)
    try:
        number = parse(cleaned[:80])
    except OverflowError:
        return None
    return number if number is not None and math.isfinite(number) else None
