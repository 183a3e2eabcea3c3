"""Numbers and dates as the language in force writes them. English comes out as Python writes it. Pure."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date

from core.language.english_numbers import without_exponent
from core.language.in_force import ENGLISH, in_force
from core.language.text import marked, t

_NUMBER = re.compile(r"(\d[\d.,]*)(?: ?([kKMBT])(?![A-Za-z]))?")
_AMOUNT = r"\d[\d.,]*(?: ?[kKMBT](?![A-Za-z]))?"
_MONEY = re.compile(rf"\$({_AMOUNT}(?:–{_AMOUNT})?)")
_TYPED = re.compile(r"\d[\d.,]*\d|\d")
_SPACE = re.compile(r"(?<=\d)[ '’\xa0\u202f](?=\d{3}(?!\d))")
"""Between groups of three, where a language has neither point nor comma there: people type any of these."""
_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_IN_GROUPS = re.compile(r"([1-9]\d{0,2}([.,])\d{3}(?:(\2)\d{3})*)(?:(?!\2)[.,](\d+))?")
"""Groups of three, perhaps with decimals behind the other mark."""
_DECIMAL_COMMA = re.compile(r"0,\d+|\d+,(?!\d{3}$)\d+")
"""A comma that must be a decimal one: behind a 0, or before any number of digits but three."""
_WORDS_OF_LETTERS = {"K": marked("k"), "M": marked("M"), "B": marked("B"), "T": marked("T")}
_LETTERS_OF_WORDS = {
    **{"tausend": "k", "millionen": "m", "milliarden": "b", "billionen": "t"},
    **{"tsd": "k", "mio": "m", "mrd": "b", "bio": "t"},
}
_NO_BREAK = "\N{NO-BREAK SPACE}"


def in_figures(written: str) -> str:
    """A number or a range with its unit, as English writes it, with the marks of the language in force.

    >>> in_figures("$4,587.5"), in_figures("1.2M tokens")
    ('$4,587.5', '1.2M tokens')
    >>> from core.language.in_force import speaking
    >>> with speaking("de"):
    ...     in_figures("$4,587.5/h"), in_figures("$900–1.2M"), in_figures("45.5 GiB")
    ('4.587,5\xa0$/h', '900–1,2\xa0Mio.\xa0$', '45,5\xa0GiB')
    """
    language = in_force()
    if language == ENGLISH:
        return written
    money_behind = _MONEY.sub(rf"\1{_NO_BREAK}$", written)
    return _NUMBER.sub(lambda found: _number(found, language), money_behind).replace(" ", _NO_BREAK, 1)


def figure_of(text: str) -> str:
    """A number that somebody typed or that was shown, in English figures: what the language in force calls 4.587,5.

    The mark of groups before three digits is just that, before any other number of digits that of decimals: people
    type both. Several groups, or a group and decimals, are one number whatever the language.

    >>> figure_of("1.000,5"), figure_of("1.000.000"), figure_of("1.000"), figure_of("1,000"), figure_of("0,5")
    ('1000.5', '1000000', '1.000', '1,000', '0.5')
    >>> from core.language.in_force import speaking
    >>> with speaking("de"):
    ...     figure_of("4.587,5"), figure_of("4.587"), figure_of("0.587"), figure_of("4.6 Mio."), figure_of("0,5")
    ('4587.5', '4587', '0.587', '4.6 m.', '0.5')
    """
    language = in_force()
    if language == ENGLISH:
        return _TYPED.sub(lambda found: _in_english(found[0]), text)
    for word, letter in _LETTERS_OF_WORDS.items():
        text = re.sub(rf"(?<=[\d\s]){word}", letter, text.lower())
    if _marks(language).group not in _GROUPED:
        text = _SPACE.sub("", text)
    return _TYPED.sub(lambda found: _typed(found[0], language), text)


def decimal(value: float, decimals: int = 0) -> str:
    """A number with as many decimals, in groups of three: for tables.

    >>> decimal(1234.567, 1), decimal(12)
    ('1,234.6', '12')
    """
    return in_figures(f"{value:,.{decimals}f}")


def written(value: float, spec: str) -> str:
    """A number by one of Python's formats, with the marks of the language in force, and never with an exponent's e.

    >>> written(1234.5, ",.2f"), written(0.1, "g"), written(1e9, "g")
    ('1,234.50', '0.1', '1,000,000,000')
    """
    return in_figures(without_exponent(format(value, spec)))


def long_date(day: date) -> str:
    """A date in words.

    >>> long_date(date(2026, 3, 9))
    '9 March 2026'
    """
    return f"{day.day} {day:%B %Y}" if in_force() == ENGLISH else format_date(day, "long", locale=in_force())


def month_of(as_of: str) -> str:
    """The month of an `as_of` in words; the year where that is all that is known.

    >>> month_of("2025-06"), month_of("2026-11-24"), month_of("2025")
    ('June 2025', 'November 2026', '2025')
    """
    if len(as_of) < len("2025-06"):
        return as_of
    day = date.fromisoformat(f"{as_of[:7]}-01")
    return f"{day:%B %Y}" if in_force() == ENGLISH else format_date(day, "LLLL yyyy", locale=in_force())


def day_and_month(day: date) -> str:
    """A date of this year in words.

    >>> day_and_month(date(2026, 3, 9))
    '9 March'
    """
    return f"{day.day} {day:%B}" if in_force() == ENGLISH else format_date(day, "d. MMMM", locale=in_force())


def day_and_short_month(day: date) -> str:
    """A day with its month abbreviated, for the narrow head of a table.

    >>> day_and_short_month(date(2026, 3, 9))
    '9 Mar'
    """
    return f"{day.day} {day:%b}" if in_force() == ENGLISH else format_date(day, "d. MMM", locale=in_force())


def weekday(day: date) -> str:
    """The name of a day of the week.

    >>> weekday(date(2026, 3, 9))
    'Monday'
    """
    return f"{day:%A}" if in_force() == ENGLISH else format_date(day, "EEEE", locale=in_force())


def _number(found: re.Match[str], language: str) -> str:
    figures, letter = found[1], found[2]
    marks = _marks(language)
    local = figures.translate(str.maketrans(".,", marks.decimal + marks.group))
    return f"{local}{_NO_BREAK}{t(_WORDS_OF_LETTERS[letter.upper()])}" if letter else local


def _typed(number: str, language: str) -> str:
    if known := _foreign(number, language):
        return known
    marks = _marks(language)
    grouped = _GROUPED.get(marks.group)
    if marks.decimal not in number and not (grouped and grouped.fullmatch(number)):
        return number  # 4.6 was typed as English has it
    return number.replace(marks.group, "").replace(marks.decimal, ".")


def _in_english(number: str) -> str:
    return number.replace(",", ".") if _DECIMAL_COMMA.fullmatch(number) else _foreign(number, ENGLISH) or number


def _foreign(number: str, language: str) -> str | None:
    """1.000,5 in English, or 1,000.5 in German, as Python writes it; None for what the language has to settle."""
    found = _IN_GROUPS.fullmatch(number)
    if not found or not (found[3] or found[4]) or found[2] == _marks(language).group:
        return None
    whole = found[1].replace(found[2], "")
    return f"{whole}.{found[4]}" if found[4] else whole


@cache
def _marks(language: str) -> "_Marks":
    symbols = Locale.parse(language).number_symbols["latn"]
    return _Marks(symbols["decimal"], symbols["group"])


class _Marks(NamedTuple):
    decimal: str
    group: str
