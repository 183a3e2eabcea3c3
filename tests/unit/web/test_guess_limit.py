"""Room codes: a hall that mistypes is not locked out, and a flood finds nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from core.web import process
from core.web.codes import ALPHABET, new_room_code
from core.web.guess_limit import A_BROWSER, A_HALL, ROOM_AN_ADDRESS, ROOM_OVERALL, WINDOW, GuessLimit, source_of

START = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nobody_has_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_GUESSES", GuessLimit(ROOM_OVERALL))


def test_hall_behind_one_address_is_let_in_although_everybody_mistyped() -> None:
    people = [f"guest {number}" for number in range(A_HALL)]
    for _ in range(A_BROWSER - 1):
        assert all(process.may_try_code(one, "192.0.2.20", START) for one in people)
    for one in people:
        assert process.may_try_code(one, "192.0.2.20", START)
        process.code_was_right(one)


def test_flood_with_ever_new_cookies_ends_and_stops_no_other_address() -> None:
    tried = [process.may_try_code(f"eve {number}", "192.0.2.21", START) for number in range(ROOM_AN_ADDRESS + 100)]
    assert sum(tried) == ROOM_AN_ADDRESS
    assert process.may_try_code("ada", "192.0.2.22", START)
    assert process.may_try_code("ada", "192.0.2.21", START + WINDOW)


def test_machine_that_uses_a_whole_network_of_addresses_stops_no_other() -> None:
    tried = [process.may_try_code(f"eve {n}", f"2001:db8::{n:x}", START) for n in range(ROOM_AN_ADDRESS + 100)]
    assert sum(tried) == ROOM_AN_ADDRESS
    assert process.may_try_code("ada", "2001:db8:0:1::7", START)
    assert source_of("::ffff:192.0.2.7") != source_of("::ffff:192.0.2.8")


def test_flood_of_two_hours_finds_a_room_as_rarely_as_the_page_on_security_says() -> None:
    codes, windows = len(ALPHABET) ** (len(new_room_code()) - 1), timedelta(hours=2) // WINDOW
    assert codes == 729_000_000
    assert codes / (windows * ROOM_AN_ADDRESS) == 60_750
    assert codes / (windows * ROOM_OVERALL) == 6_075


def test_right_code_forgets_the_latest_guess_of_its_own_source() -> None:
    limit = GuessLimit()
    assert limit.admits({"anna": 2}, START)
    assert limit.admits({"anna": 2}, START + timedelta(minutes=5))
    assert limit.admits({"ben": 1}, START + timedelta(minutes=6))
    limit.take_back("anna")
    assert not limit.admits({"ben": 1}, START + timedelta(minutes=7))
    assert [limit.admits({"anna": 2}, START + WINDOW) for _ in range(3)] == [True, True, False]
    limit.take_back("nobody")
    assert not limit.admits({"anna": 2}, START + WINDOW)
