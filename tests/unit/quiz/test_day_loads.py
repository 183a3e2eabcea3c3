"""Bars by day: the scale holds the fullest, the axis names every seventh."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.quiz.day_loads import DayBar, axis_days, fullest, scale_top

FIRST = date(2026, 3, 1)


@given(st.integers(0, 100_000))
def test_scale_holds_the_fullest_day_and_wastes_little(most: int) -> None:
    top = scale_top(most)
    assert top >= max(most, 4)
    assert top % 2 == 0 or top == 3 * 10 ** (len(str(top)) - 1)
    assert top <= max(4, 2 * most)


def test_axis_names_today_and_every_seventh_day() -> None:
    bars = [DayBar(FIRST + timedelta(days=n), 1) for n in range(30)]
    assert [words for _, words in axis_days(bars)] == ["today", "8 Mar", "15 Mar", "22 Mar", "29 Mar"]


def test_axis_names_the_last_day_too_where_a_third_of_it_would_be_left_without() -> None:
    days = [
        [words for _, words in axis_days([DayBar(FIRST + timedelta(days=n), 1) for n in range(many)])]
        for many in (12, 6, 1)
    ]
    assert days == [["today", "8 Mar", "12 Mar"], ["today", "6 Mar"], ["today"]]


def test_axis_of_many_weeks_names_no_more_days_than_a_phone_has_room_for() -> None:
    bars = [DayBar(FIRST + timedelta(days=n), 1) for n in range(122)]
    assert [words for _, words in axis_days(bars)] == ["today", "29 Mar", "26 Apr", "24 May", "21 Jun"]
    assert all(2 <= len(axis_days([DayBar(FIRST, 1)] * days)) <= 5 for days in range(36, 3_700))


def test_fullest_day_is_the_first_of_equals_and_none_where_nothing_is_due() -> None:
    bars = [DayBar(FIRST, 1), DayBar(FIRST + timedelta(days=1), 2, 3), DayBar(FIRST + timedelta(days=2), 5)]
    assert fullest(bars) is bars[1]
    assert fullest([DayBar(FIRST, 0)]) is fullest([]) is None
