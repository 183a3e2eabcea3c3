"""Reads the number that somebody typed: 4.6M, 13 trillion, 1,000, 416,7, 3e23, 8 × 10^22, $50–100M. Pure."""

import re

from core.numbers.number_format import parse

SCALE_WORDS = {
    "thousand": "k",
    "million": "m",
    "billion": "b",
    "trillion": "t",
    "mio": "m",
    "bn": "b",
    "mn": "m",
    "tn": "t",
}
_SCALE_WORD = re.compile(r"(?<=\d)\s*(" + "|".join(SCALE_WORDS) + r")s?\b")
_PREFIX = re.compile(
    r"^(?:((about|around|approx|approximately|roughly|nearly|almost|over|under|below|more than|less than|at least"
    r"|at most|up to|ca|circa|between|from|(by )?(a |the )?factor( of)?|by|times|(a )?rank( of)?|usd|us(?=\$)"
    r"|etwa|ungefähr|rund|fast|knapp|gut|über|unter|mehr als|weniger als|mindestens|höchstens|bis zu|zwischen|von"
    r"|(um )?(den )?faktor|um|das|rang)\b\.?"
    r"|r ?[=:]|r (?=\d)|[~≈=<>≥≤]|[x×](?=\d))\s*)*"
)
_GROUPS = re.compile(r"(?<=\d)[ '’_](?=\d{3}(?!\d))")
_SUM = re.compile(
    r"^\D{0,3}\d[\d.,]*\s*([/÷:+]\s*\d|[×x*·⋅]\s*(?!10[\^*⁻⁰¹²³⁴⁵⁶⁷⁸⁹])\d)"
    r"|^\D{0,3}(?!10[\^*⁻⁰¹²³⁴⁵⁶⁷⁸⁹])\d[\d.,]*(\s*(\^|\*\*)\s*\d|[⁰¹²³⁴⁵⁶⁷⁸⁹])"
)
"""What is still to be worked out, such as 25,000 / 60 or 2^16; not 8 × 10^22."""
_WORKED_OUT = re.compile(r"^.*=\s*(?=[$€~]?\s?\d)")
"""What leads up to a result: 32 / 16 = 2."""
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
    >>> read_number("32/16 = 2"), read_number("2^16"), read_number("a factor of 2"), read_number("2 = 32/16")
    (2.0, None, 2.0, 2.0)
    """
    cleaned = text.strip().lower().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    cleaned = _PREFIX.sub("", _result_of(_GROUPS.sub("", cleaned)))
    if _SUM.match(cleaned):
        return None
    cleaned = _SCALE_WORD.sub(lambda found: f" {SCALE_WORDS[found[1]]}", cleaned)
    return parse(_low_end(cleaned))


def _result_of(text: str) -> str:
    """What stands behind the last equals sign, unless that is the sum itself."""
    result = _WORKED_OUT.sub("", text)
    return text if _SUM.match(result) else result


def _low_end(text: str) -> str:
    """Of a range its lower end, in the thousands or millions that both ends share; any other text as it is."""
    if (found := _RANGE.match(text)) is None:
        return text
    low, high = parse(found[1]), parse(found[2])
    return found[1] + found[3] if low is not None and high is not None and low < high else text
