"""A number with so many decimals, rounded as people round it. Pure."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Context, Decimal

_EXACT = Context(prec=400)


def fixed(number: float, decimals: int = 0, *, half_down: bool = False) -> str:
    """A finite number with so many decimals; a half goes away from zero, where Python's formats go to the even digit.

    What counts as a half is what is written: 1.005 is one, though the number kept for it is a little smaller.
    With `half_down` it goes towards zero, where the larger number would be the harder word.

    >>> fixed(4.25, 1), fixed(12.5), fixed(1.005, 2), fixed(-2.5), fixed(3.14159, 3), fixed(1.65, 1, half_down=True)
    ('4.3', '13', '1.01', '-3', '3.142', '1.6')
    """
    rounding = ROUND_HALF_DOWN if half_down else ROUND_HALF_UP
    return f"{Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-decimals), rounding, _EXACT):f}"
