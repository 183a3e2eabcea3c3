"""Who was last seen when, the same on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.store.store import Store, open_store
from core.workshop import host
from core.workshop.people import person_id
from tests.unit.workshop.small_room import AGENDA, START, later

CODE, OTHER = "ABC-234", "XYZ-234"


@pytest.fixture
def opened(store: Store) -> Store:
    for code in (CODE, OTHER):
        store.rooms.open(code, "key", "host", host.NewRoom(AGENDA), START)
    return store


def test_latest_moment_counts_and_rooms_are_kept_apart(opened: Store) -> None:
    opened.seen.mark([(CODE, "ada"), (CODE, "bo"), (OTHER, "ada")], later(10))
    opened.seen.mark([(CODE, "ada")], later(30))
    opened.seen.mark([(CODE, "ada")], later(20))  # another process, whose word comes late
    assert opened.seen.since([CODE], later(5)) == {CODE: {"ada": later(30), "bo": later(10)}}
    assert opened.seen.since([CODE, OTHER], later(10)) == {CODE: {"ada": later(30)}}
    assert opened.seen.since([], later(0)) == {}


def test_nobody_changes_nothing_and_a_room_that_is_gone_stops_nobody(opened: Store) -> None:
    opened.seen.mark([], later(10))
    opened.seen.mark([("GON-234", "ada"), (CODE, "bo")], later(10))
    assert opened.seen.since([CODE, "GON-234"], later(0)) == {CODE: {"bo": later(10)}}


def test_what_was_seen_goes_with_its_room(opened: Store) -> None:
    opened.seen.mark([(CODE, "ada")], later(10))
    opened.rooms.open("NEW-234", "key", "host", host.NewRoom(AGENDA), later(91 * 86_400))
    assert opened.seen.since([CODE], START) == {}


def test_two_processes_that_hold_the_same_people_do_not_block_each_other(
    url: str | None, tmp_path: Path, opened: Store
) -> None:
    other = open_store(url, tmp_path / "data")
    people = [(CODE, f"p{number}") for number in range(100)]

    def beat(number: int) -> None:
        (opened, other)[number % 2].seen.mark(people[:: (1, -1)[number % 2]], later(number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(beat, range(12)))
    assert len(other.seen.since([CODE], START)[CODE]) == 100
    other.close()


def test_rooms_of_a_learner_are_told_latest_first_and_nobody_elses(opened: Store) -> None:
    ada, bo = "a" * 64, "b" * 64
    opened.seen.mark([(CODE, person_id(CODE, ada)), (CODE, person_id(CODE, bo))], later(10))
    opened.seen.mark([(OTHER, person_id(OTHER, ada))], later(20))
    assert opened.seen.rooms_of(ada, START) == (OTHER, CODE)
    assert opened.seen.rooms_of(ada, later(10)) == (OTHER,)
    assert opened.seen.rooms_of(bo, START) == (CODE,)
    assert opened.seen.rooms_of("c" * 64, START) == ()
