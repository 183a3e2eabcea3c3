"""Numbers as people read them, in the language in force: 4.6M, $1.2K, 41 GiB, ranges; and back again. Pure."""

from core.language import english_numbers as english
from core.language.half_up import fixed
from core.language.in_force import ENGLISH, in_force
from core.language.numbers import figure_of, in_figures, written
from core.language.text import marked, t

_WORDS = {
    "tokens": marked("tokens"),
    "parameters": marked("parameters"),
    "examples": marked("examples"),
    "queries": marked("queries"),
    "months": marked("months"),
    "tokens/s": marked("tokens/s"),
    "person-hours": marked("person-hours"),
    "US dollars": marked("US dollars"),
    "million tokens": marked("million tokens"),
    "trillion tokens": marked("trillion tokens"),
    "trillion": marked("trillion"),
    "billion": marked("billion"),
    "dollars": marked("dollars"),
    "numbers": marked("numbers"),
    "rank": marked("rank"),
    "job": marked("job"),
    "times": marked("times"),
    "usd/1M tokens": marked("usd/1M tokens"),
}
"""The units that are words, and so are said in the language in force; GiB, ms and h are the same in all."""

_OF_ONE = {
    "tokens": marked("token"),
    "parameters": marked("parameter"),
    "queries": marked("query"),
    "months": marked("month"),
}
"""What calculators count, where there is one."""


DOLLARS = ("usd", "dollars", "US dollars")
"""The units of content that are money: its sign stands before the number."""

_BEYOND = 1e60
_LEAST_MONTHS = 0.01


def unit_words(unit: str) -> str:
    """A unit as it is said; of an amount of dollars what comes after the sign begins with `usd`.

    >>> unit_words("tokens"), unit_words("GiB")
    ('tokens', 'GiB')
    """
    return t(_WORDS[unit]) if unit in _WORDS else unit


def without_unit(words: str, unit: str) -> str:
    """A number without its unit, for where a label already says the unit.

    >>> without_unit("3.22B parameters", "parameters"), without_unit("0.1 %", "parameters")
    ('3.22B', '0.1 %')
    """
    return words.removesuffix(unit_words(unit)).rstrip()


def compact(value: float) -> str:
    """Two figures and a letter; whole numbers up to 999 are kept whole. What is far from all that is a power of ten.

    >>> compact(4_587_520), compact(1_234), compact(416.67), compact(0.0456), compact(41.2)
    ('4.6M', '1.2K', '417', '0.046', '41')
    """
    return in_figures(english.compact(value))


def ratio(value: float) -> str:
    """How many times: from ten on to a tenth, below with two figures.

    >>> ratio(312.5), ratio(25_000), ratio(41.2), ratio(3.14159), ratio(0.0456)
    ('312.5', '25,000', '41.2', '3.1', '0.046')
    """
    return written(round(value, 1), ",.15g") if 10 <= value < 1e9 else compact(value)


def in_billions(value: float) -> str:
    """Parameters as steps of a calculation write them; of few there are three figures too.

    >>> in_billions(8_030_261_248), in_billions(124_439_808), in_billions(123_200)
    ('8.03 B', '0.124 B', '0.000123 B')
    """
    return in_figures(f"{value / 1e9:.2f} B" if value >= 1e9 else f"{english.without_exponent(f'{value / 1e9:.3g}')} B")


def three_figures(value: float) -> str:
    """Three figures, and all of those before the point.

    >>> three_figures(4_578.3), three_figures(12.84), three_figures(0.00854)
    ('4,578', '12.8', '0.00854')
    """
    return written(value, ",.0f" if value >= 100 else ".3g")


def exact(value: float) -> str:
    """Every digit of a count, in groups of three.

    >>> exact(4_587_520)
    '4,587,520'
    """
    return in_figures(english.exact(value))


def scientific(value: float) -> str:
    """Three figures and a power of ten.

    >>> scientific(8.086e22)
    '8.09 × 10²²'

    Raises:
        OverflowError: it is not finite, and no page should show that.
    """
    return in_figures(english.scientific(value))


def usd(value: float) -> str:
    """Dollars: cents below a hundred, whole dollars below a thousand, then a letter.

    >>> usd(22.5), usd(40), usd(960), usd(1_234), usd(0.00042), usd(-3)
    ('$22.50', '$40', '$960', '$1.2K', '$0.00042', '−$3')
    """
    return in_figures(english.usd(value))


def usd_in_full(value: float) -> str:
    """Dollars to the dollar, for arithmetic that has to come out when it is read.

    >>> usd_in_full(12_500), usd_in_full(12_522.5), usd_in_full(22.5)
    ('$12,500', '$12,522', '$22.50')
    """
    return in_figures(english.usd_in_full(value))


def usd_result(value: float) -> str:
    """Dollars that a formula comes to, as exact as a calculator's page shows them beside it.

    >>> usd_result(1_056), usd_result(22.5), usd_result(12_448_820)
    ('$1,056', '$22.50', '$12M')
    """
    return usd_in_full(value) if abs(value) < 99_999.5 else usd(value)


def usd_span(low: float, high: float) -> str:
    """A range of dollars, as exact as `usd_result`.

    >>> usd_span(262, 1_048), usd_span(490_000, 11e6)
    ('$262–1,048', '$490K–11M')
    """
    return in_figures(english.usd_span(low, high))


def usd_price(value: float) -> str:
    """A price with all its figures, four at most, for arithmetic that has to come out when it is read.

    >>> usd_price(0.125), usd_price(2.5)
    ('$0.125', '$2.50')
    """
    return in_figures(english.usd_price(value))


def with_unit(value: float, unit: str) -> str:
    """A number with its unit, in the precision that people read.

    >>> with_unit(41.3, "GiB"), with_unit(12.5, "usd/h"), with_unit(0.1426, "%"), with_unit(15, "count")
    ('41 GiB', '$12.50/h', '0.14 %', '15')
    >>> with_unit(1, "tokens"), with_unit(1.02, "months"), with_unit(1.2, "months")
    ('1 token', '1 month', '1.2 months')
    """
    words = t(_OF_ONE[unit]) if unit in _OF_ONE and compact(value) == "1" else unit_words(unit)
    return in_figures(hardly_a_month(value, unit) or english.with_unit(value, words))


def hardly_a_month(value: float, unit: str) -> str:
    """What stands for months that nobody counts in months, seconds among them; nothing for all else.

    >>> hardly_a_month(3.3e-6, "months"), hardly_a_month(0.4, "months")
    ('< 0.01 months', '')
    """
    return f"< {_LEAST_MONTHS} {unit_words(unit)}" if unit == "months" and 0 < value < _LEAST_MONTHS else ""


def percent(share: float) -> str:
    r"""A share 0..1 in whole per cent, with a space that does not break.

    >>> percent(0.756), percent(1 / 8)
    ('76\xa0%', '13\xa0%')
    """
    return f"{fixed(100 * share)}\N{NO-BREAK SPACE}%"


def span(low: float, high: float, unit: str) -> str:
    """A range with an en dash, the letter and the unit once where both ends share them.

    >>> span(50e6, 100e6, "usd"), span(2, 8, "h"), span(900, 1_200_000, "tokens"), span(3, 3, "h")
    ('$50–100M', '2–8 h', '900–1.2M tokens', '3 h')
    """
    return in_figures(english.span(low, high, unit_words(unit)))


def printed(low: float, high: float | None = None, *, money: bool = False) -> str:
    """A number or a range as the chapter prints it: up to four figures; a letter for thousands in English alone.

    >>> printed(50e6, 100e6, money=True), printed(13e12), printed(1e3, 1e5), printed(1_234)
    ('$50–100M', '13T', '1K–100K', '1,234')
    """
    return in_figures(english.printed(low, high, money=money, least=1e3 if in_force() == ENGLISH else 1e6))


def within_reason(number: float) -> bool:
    """Whether somebody can mean a number: no figure of the course is near 10⁶⁰, nor one of so many parts.

    >>> within_reason(3e25), within_reason(0.0), within_reason(1e-310), within_reason(float("inf"))
    (True, True, False, False)
    """
    return number == 0 or 1 / _BEYOND < abs(number) < _BEYOND


def parse(text: str) -> float | None:
    """The number that a text begins with, whatever its unit, as the language in force writes it; None without one.

    >>> parse("4.6M"), parse("$1.2 k"), parse("8.09 × 10²² FLOP"), parse("4,587,520"), parse("about ten")
    (4600000.0, 1200.0, 8.09e+22, 4587520.0, None)
    """
    return english.parse(figure_of(text))


def clock(seconds: float) -> str:
    """Minutes and seconds, as a clock shows them.

    >>> clock(98.7), clock(120)
    ('1:38', '2:00')
    """
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
