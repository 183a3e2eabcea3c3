"""Numbers as English writes them, and back again; `core.numbers` says them in the language in force. Pure."""

import math
import re

from core.language.half_up import fixed

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))
_VALUE_OF_SCALE = {letter.lower(): scale for scale, letter in _SCALES}
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_NUMBER = re.compile(r"-?[\d,]*\.?\d+(?:e[-+]?\d+)?")
_BARE_POWER = re.compile(r"^10(?=\^|\*\*|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
_POWER = re.compile(r"[×x*·⋅]\s*10(?:\^|\*\*)?(-?\d+)")
_LONGEST = 80
"""No number has more characters."""


def compact(value: float) -> str:
    """Two figures and a letter; whole numbers up to 999 are kept whole. What is far from all that is a power of ten.

    >>> compact(4_587_520), compact(1_234), compact(416.67), compact(0.0456), compact(41.2), compact(1.4e-23)
    ('4.6M', '1.2K', '417', '0.046', '41', '1.40 × 10⁻²³')
    """
    if abs(value) >= 9.995e14 or 0 < abs(value) < 1e-6:
        return scientific(value)
    number, letter = scaled(value)
    return f"{_short(number)}{letter}"


def scaled(value: float) -> tuple[float, str]:
    """A number in the largest of thousands, millions, billions and trillions that it reaches, and its letter.

    >>> scaled(4_587_520), scaled(416.67)
    ((4.58752, 'M'), (416.67, ''))
    """
    return next(((value / scale, letter) for scale, letter in _SCALES if abs(value) >= scale * 0.9995), (value, ""))


def printed(low: float, high: float | None = None, *, money: bool = False, least: float = 1e3) -> str:
    """A number or a range as the chapter prints it: up to four figures, and a letter for what is `least` or more.

    >>> printed(50e6, 100e6, money=True), printed(13e12), printed(1e3, 1e5), printed(1_234), printed(13_500)
    ('$50–100M', '13T', '1K–100K', '1,234', '13.5K')
    """
    sign, (first, letter) = ("$" if money else ""), _printed(low, least)
    if high is None:
        return f"{sign}{first}{letter}"
    last, last_letter = _printed(high, least)
    return f"{sign}{first}{'' if money and letter == last_letter else letter}–{last}{last_letter}"


def exact(value: float) -> str:
    """Every digit of a count, in groups of three.

    >>> exact(4_587_520)
    '4,587,520'
    """
    return f"{value:,.0f}"


def scientific(value: float) -> str:
    """Three figures and a power of ten.

    >>> scientific(8.086e22)
    '8.09 × 10²²'

    Raises:
        OverflowError: it is not finite, and no page should show that.
    """
    if not math.isfinite(value):
        raise OverflowError("only finite numbers are written out")
    if value == 0:
        return "0"
    mantissa, exponent = f"{value:.2e}".split("e")
    return f"{mantissa} × {power_of_ten(int(exponent))}"


def power_of_ten(exponent: int) -> str:
    """Ten to an exponent.

    >>> power_of_ten(-3)
    '10⁻³'
    """
    return f"10{str(exponent).translate(_SUPERSCRIPTS)}"


def without_exponent(written: str) -> str:
    """A number that Python wrote, without its e: in full where people would read that, else as a power of ten.

    >>> without_exponent("1e+09"), without_exponent("2.5e-05"), without_exponent("-1.5e-12"), without_exponent("12.5")
    ('1,000,000,000', '0.000025', '-1.5 × 10⁻¹²', '12.5')
    """
    mantissa, letter, tail = written.partition("e")
    if not letter:
        return written
    exponent = int(tail)
    if not -7 <= exponent < 15:
        return f"{mantissa} × {power_of_ten(exponent)}"
    decimals = max(0, len(mantissa.partition(".")[2]) - exponent)
    return f"{float(written):,.{decimals}f}"


def usd(value: float) -> str:
    """Dollars: cents below a hundred, whole dollars below a thousand, then a letter.

    >>> usd(22.5), usd(40), usd(960), usd(1_234), usd(0.00042), usd(-3)
    ('$22.50', '$40', '$960', '$1.2K', '$0.00042', '−$3')
    """
    sign, size = ("−" if value < 0 else ""), abs(value)
    if size < 0.0995:
        return f"{sign}${_short(size)}"
    if size < 99.995:
        return f"{sign}${size:.2f}".removesuffix(".00")
    return f"{sign}${compact(size)}"


def usd_in_full(value: float) -> str:
    """Dollars to the dollar, for arithmetic that has to come out when it is read.

    >>> usd_in_full(12_500), usd_in_full(12_522.5), usd_in_full(22.5)
    ('$12,500', '$12,522', '$22.50')
    """
    return usd(value) if abs(value) < 999.5 else f"{'−' if value < 0 else ''}${abs(value):,.0f}"


def usd_price(value: float) -> str:
    """A price with all its figures, four at most, for arithmetic that has to come out when it is read.

    >>> usd_price(0.125), usd_price(0.0825), usd_price(2.5), usd_price(0.6), usd_price(12_500)
    ('$0.125', '$0.0825', '$2.50', '$0.60', '$12,500')
    """
    return usd_in_full(value) if round(value, 2) == value or value >= 99.995 else f"${without_exponent(f'{value:.4g}')}"


def with_unit(value: float, unit: str) -> str:
    """A number with its unit, in the precision that people read.

    >>> with_unit(41.3, "GiB"), with_unit(12.5, "usd/h"), with_unit(0.1426, "%"), with_unit(15, "count")
    ('41 GiB', '$12.50/h', '0.14 %', '15')

    Before bytes a B would not be read as billions.

    >>> with_unit(1e9, "GiB"), with_unit(1_234, "GiB")
    ('1,000,000,000 GiB', '1.2K GiB')

    Of all but a little, 100 % would be wrong.

    >>> with_unit(99.2, "%"), with_unit(99.68, "%"), with_unit(100, "%")
    ('99 %', '99.7 %', '100 %')
    """
    if unit.startswith("usd"):
        return usd(value) + unit.removeprefix("usd")
    if unit == "FLOP":
        return f"{scientific(value)} FLOP"
    if unit == "%" and 99.5 <= value < 100:
        return f"{value:.1f} %" if value < 99.95 else "> 99.9\N{NO-BREAK SPACE}%"
    if unit == "GiB" and 999.5e6 <= abs(value) < 9.995e14:
        return f"{exact(value)} GiB"
    return f"{compact(value)} {_shown_unit(unit)}".rstrip()


def span(low: float, high: float, unit: str) -> str:
    """A range with an en dash, the letter and the unit once where both ends share them.

    >>> span(50e6, 100e6, "usd"), span(2, 8, "h"), span(900, 1_200_000, "tokens"), span(3, 3, "h")
    ('$50–100M', '2–8 h', '900–1.2M tokens', '3 h')
    >>> span(0.87, 3.43, "usd/h"), span(10, 40, "usd")
    ('$0.87–3.43/h', '$10–40')

    A smaller end has a letter of its own: who reads $0.49–11M takes the first for cents.

    >>> span(490_000, 11e6, "usd"), span(262, 1_900, "usd"), span(530, 1_200, "tokens/s")
    ('$490K–11M', '$262–1.9K', '530–1.2K tokens/s')
    """
    if low == high or with_unit(low, unit) == with_unit(high, unit):
        return with_unit(high, unit)
    if unit == "FLOP" or abs(high) >= 9.995e14:
        return f"{with_unit(low, unit)} – {with_unit(high, unit)}"
    if unit.startswith("usd") and 0.995 <= high < 99.995 and low >= 0.0995:
        return f"{usd(low)}–{usd(high).removeprefix('$')}{unit.removeprefix('usd')}"
    scale, letter = next(((s, name) for s, name in _SCALES if abs(high) >= s * 0.9995), (1.0, ""))
    shared = abs(low) >= scale * 0.9995
    first = _short(low / scale) if shared else compact(low)
    money, rest = ("$", unit.removeprefix("usd")) if unit.startswith("usd") else ("", f" {_shown_unit(unit)}".rstrip())
    return f"{money}{first}–{_short(high / scale)}{letter}{rest}"


def usd_span(low: float, high: float) -> str:
    """A range of dollars, to the dollar where its upper end is thousands.

    >>> usd_span(262, 1_048), usd_span(10, 40), usd_span(12_000.1, 12_000.2), usd_span(490_000, 11e6)
    ('$262–1,048', '$10–40', '$12,000', '$490K–11M')
    """
    if not 999.5 <= high < 99_999.5:
        return span(low, high, "usd")
    first, last = usd_in_full(low), usd_in_full(high)
    return last if first == last else f"{first}–{last.removeprefix('$')}"


def parse(text: str) -> float | None:
    """The number that a text begins with, whatever its unit; None when there is none or it is not finite.

    >>> parse("4.6M"), parse("$1.2 k"), parse("8.09 × 10²² FLOP"), parse("4,587,520"), parse("about ten")
    (4600000.0, 1200.0, 8.09e+22, 4587520.0, None)
    >>> parse("10^23"), parse("3 · 10²²"), parse("1e999 × 10^5")
    (1e+23, 3e+22, None)
    """
    written_out = _BARE_POWER.sub("1 × 10", text[:_LONGEST].replace("$", "").strip())
    cleaned = written_out.translate(_PLAIN_DIGITS).lower()
    found = _NUMBER.match(cleaned)
    if found is None:
        return None
    figures, rest = found[0].replace(",", ""), cleaned[found.end() :].strip()
    power, letter = _POWER.match(rest), re.match(r"([kmbt])(?![a-z])", rest)
    if power:
        mantissa, _, exponent = figures.partition("e")
        figures = f"{mantissa}e{int(exponent or 0) + int(power[1])}"
    number = float(figures) * (_VALUE_OF_SCALE[letter[1]] if letter else 1.0)
    return number if math.isfinite(number) else None


def _printed(number: float, least: float) -> tuple[str, str]:
    size = abs(number)
    for scale, letter in _SCALES:
        if size >= max(scale, least) and (scale > 1e3 or size >= 1e4 or number % 1e3 == 0):
            return without_exponent(f"{number / scale:.4g}"), letter
    return without_exponent(f"{number:,.4g}") if size < 1e4 else f"{number:,.0f}", ""


def _short(number: float) -> str:
    if not math.isfinite(number):
        raise OverflowError("only finite numbers are written out")
    if number == 0:
        return "0"
    size = abs(number)
    if size >= 9.95:
        return f"{number:.0f}"
    decimals = max(0, 1 - math.floor(math.log10(size)))
    text = fixed(number, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown_unit(unit: str) -> str:
    return "" if unit in ("count", "ratio") else unit
