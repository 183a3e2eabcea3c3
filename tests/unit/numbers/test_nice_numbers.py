"""Round numbers: the next one up, and ticks between two ends."""

import pytest
from hypothesis import given
from hypothesis.strategies import floats

from core.numbers.nice_numbers import nice_ticks, round_up


def test_ticks_are_round_and_lie_within_or_around() -> None:
    assert nice_ticks(0, 300) == (0, 100, 200, 300)
    assert nice_ticks(-1.4, 3.7, outside=True) == (-2, 0, 2, 4)


def test_a_tick_at_the_end_is_kept_where_its_step_is_no_binary_fraction() -> None:
    assert nice_ticks(0, 0.3) == (0, 0.1, 0.2, 0.3)
    assert nice_ticks(0, 0.6, outside=True) == (0, 0.2, 0.4, 0.6)


@given(floats(1e-6, 1e12), floats(1e-6, 1e12))
def test_ticks_outside_enclose_both_ends(one: float, other: float) -> None:
    low, high = sorted((one, one + other))
    ticks = nice_ticks(low, high, outside=True)
    assert ticks[0] <= low * (1 + 1e-5)
    assert ticks[-1] >= high * (1 - 1e-5)


@pytest.mark.parametrize(("value", "rounded"), [(1, 1), (1.01, 2), (5, 5), (6, 10), (0.003, 0.005)])
def test_number_is_rounded_up_to_a_step(value: float, rounded: float) -> None:
    assert round_up(value, (1, 2, 5, 10)) == pytest.approx(rounded)
