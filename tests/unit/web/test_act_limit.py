"""A person who floods is slowed; nobody else is."""

from datetime import UTC, datetime, timedelta

from core.web import process
from core.web.act_limit import BURST, MOST_KNOWN, ActLimit
from core.web.guess_limit import A_BROWSER

START = datetime(2026, 11, 24, tzinfo=UTC)


def test_flood_of_one_is_cut_and_another_is_not() -> None:
    limit = ActLimit()
    taken = [limit.admits("eve", START) for _ in range(1_000)]
    assert sum(taken) == BURST
    assert limit.admits("ada", START)


def test_flood_over_ten_seconds_is_three_acts_a_second() -> None:
    limit = ActLimit()
    taken = [limit.admits("eve", START + timedelta(milliseconds=number)) for number in range(10_000)]
    assert BURST + 28 <= sum(taken) <= BURST + 30


def test_who_was_quiet_has_the_burst_again() -> None:
    limit = ActLimit()
    for _ in range(50):
        limit.admits("ada", START)
    assert all(limit.admits("ada", START + timedelta(seconds=4)) for _ in range(int(BURST)))


def test_long_quiet_saves_up_no_more_than_the_burst() -> None:
    limit = ActLimit()
    assert limit.admits("ada", START)
    assert sum(limit.admits("ada", START + timedelta(hours=1)) for _ in range(100)) == BURST


def test_names_made_up_by_the_thousand_take_no_more_room() -> None:
    limit = ActLimit()
    for number in range(MOST_KNOWN + 100):
        limit.admits(str(number), START)
    assert len(limit._buckets) == MOST_KNOWN


def test_room_codes_are_guessed_five_times_and_a_full_room_behind_one_address_is_let_in() -> None:
    guesses = [process.may_try_code("eve", "192.0.2.7", START) for _ in range(A_BROWSER + 1)]
    assert guesses == [True] * A_BROWSER + [False]
    for number in range(200):
        assert process.may_try_code(f"guest {number}", "192.0.2.8", START)
        process.code_was_right(f"guest {number}")


def test_own_room_buys_no_more_guesses_at_the_rooms_of_others() -> None:
    admitted = 0
    for _ in range(20):
        if process.may_try_code("mallory", "192.0.2.9", START):
            process.code_was_right("mallory")
        admitted += process.may_try_code("mallory", "192.0.2.9", START)
    assert admitted == A_BROWSER
