"""Reads the number that somebody typed: 4.6M, 13 trillion, 1,000, 416,7, 3e23, 8 × 10^22, $50–100M. Pure."""

import re

from core.number_format import parse

SCALE_WORDS = {"thousand": "k", "million": "m", "billion": "b", "trillion": "t", "mio": "m", "bn": "b", "mn": "m"}
_SCALE_WORD = re.compile(r"(?<=\d)\s*(" + "|".join(SCALE_WORDS) + r")s?\b")
_PREFIX = re.compile(
    r"^(?:((about|around|approx|approximately|roughly|nearly|almost|over|under|more than|less than|at least|up to"
    r"|ca|circa|between|from|rank|usd|us(?=\$)"
    r"|etwa|ungefähr|rund|fast|knapp|gut|über|unter|mehr als|weniger als|mindestens|bis zu|zwischen|von|rang)\b\.?"
    r"|r ?=|[~≈=<>]|[x×](?=\d))\s*)*"
)
_GROUPS = re.compile(r"(?<=\d)[ '’_](?=\d{3}(?!\d))")
_SUM = re.compile(r"^\D{0,3}\d[\d.,]*\s*([/÷:+]\s*\d|[×x*·⋅]\s*(?!10[\^*⁻⁰¹²³⁴⁵⁶⁷⁸⁹])\d)")
"""What is still to be worked out, such as 25,000 / 60; not 8 × 10^22."""
_RANGE = re.compile(
    r"^(\D{0,2}\d[\d.,]*)\s*(?:[-–—]|to|and|bis|und)\s*[$€~]?\s*(\d[\d.,]*)"
    r"(\s*(?:[kmbt]|tsd|mrd|bio|tausend|millionen|milliarden|billionen)\b)"
)
"""Two numbers of which only the second says its thousands or millions."""


def read_number(text: str) -> float | None:
    """The number that the text begins with; None when there is none, it is not finite, or it is still a sum.

    >>> read_number("about 1,000"), read_number("416,7 h"), read_number("13 trillion tokens"), read_number("$1.2k")
    (1000.0, 416.7, 13000000000000.0, 1200.0)
    >>> read_number("8 × 10^22"), read_number("5 000"), read_number("0,125"), read_number("fifty"), read_number("1e999")
    (8e+22, 5000.0, 0.125, None, None)
    >>> read_number("1.000,5"), read_number("1'000"), read_number("over 13T"), read_number("25,000 / 60")
    (1000.5, 1000.0, 13000000000000.0, None)
    >>> read_number("$50–100M"), read_number("10 to 15 trillion"), read_number("$900–1.2M")
    (50000000.0, 10000000000000.0, 900.0)
    """
    cleaned = text.strip().lower().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    cleaned = _PREFIX.sub("", _GROUPS.sub("", cleaned))
    if _SUM.match(cleaned):
        return None
    cleaned = _SCALE_WORD.sub(lambda found: f" {SCALE_WORDS[found[1]]}", cleaned)
    return parse(_low_end(cleaned))


def _low_end(text: str) -> str:
    """Of a range its lower end, in the thousands or millions that both ends share; any other text as it is."""
    if (found := _RANGE.match(text)) is None:
        return text
    low, high = parse(found[1]), parse(found[2])
    return found[1] + found[3] if low is not None and high is not None and low < high else text
