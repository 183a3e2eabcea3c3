"""Rooms in the store, the same on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from core.quiz.answers import Picked
from core.store.rooms import KEPT_FOR, Rooms
from core.store.store import Store, open_store
from core.workshop import host, participant
from core.workshop.apply import room_of
from core.workshop.errors import WorkshopError
from core.workshop.events import AnyEvent
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.unit.workshop.small_room import AGENDA, ITEM, START, later

CODE = "ABC-234"


@pytest.fixture
def opened(store: Store) -> Store:
    store.rooms.open(CODE, "host key", "host", host.NewRoom(AGENDA), START)
    return store


def vote_of(person: str, option: str, seconds: float) -> Voted:
    """A vote in the first round."""
    return Voted(at=later(seconds), ballot="frozen.1", person=person, answer=Picked(options=(option,)))


def _vote(pick: Voted, room: Room) -> tuple[AnyEvent, ...]:
    return participant.vote(room, pick, ITEM)


def test_room_is_found_by_its_code_only(opened: Store) -> None:
    found = opened.rooms.find(CODE)
    assert found and found.title == AGENDA.title
    assert opened.rooms.find("ZZZ-999") is None
    with pytest.raises(WorkshopError, match="no room with this code") as refused:
        opened.rooms.act("ZZZ-999", lambda room: host.close(room, later(1)))
    assert refused.value.about == "code"


def test_process_that_knows_an_earlier_version_reads_the_one_that_its_screen_was_told(opened: Store) -> None:
    other = Rooms(opened.database)
    assert other.find(CODE)
    room = opened.rooms.act(CODE, lambda room: host.set_lock(room, True, later(1)))
    assert other.find(CODE, room.version) == room


def test_room_that_another_process_has_opened_anew_is_read_from_its_beginning(opened: Store) -> None:
    other, anew = Rooms(opened.database), START + 2 * KEPT_FOR
    opened.rooms.act(CODE, lambda room: host.set_lock(room, True, later(1)))
    assert other.find(CODE)
    opened.rooms.open("DEF-567", "host key", "host", host.NewRoom(AGENDA), anew)  # which deletes the first
    room = opened.rooms.open(CODE, "host key", "host", host.NewRoom(AGENDA), anew)
    assert other.find(CODE) == room and (room.version, room.locked) == (1, False)


def test_refused_act_writes_nothing(opened: Store) -> None:
    with pytest.raises(WorkshopError):
        opened.rooms.act(CODE, lambda room: host.show(room, "tea", later(1)))
    assert len(opened.rooms.events(CODE)) == 1


def test_only_the_host_key_admits_another_host(opened: Store) -> None:
    assert opened.rooms.is_host(CODE, "host") and not opened.rooms.is_host(CODE, "phone")
    assert not opened.rooms.admit_host(CODE, "guess", "phone")
    assert opened.rooms.admit_host(CODE, "host key", "phone") and opened.rooms.admit_host(CODE, "host key", "phone")
    assert opened.rooms.is_host(CODE, "phone") and opened.rooms.hosted("phone") == (CODE,)


def test_new_host_key_is_for_hosts_and_ends_the_old_one(opened: Store) -> None:
    assert not opened.rooms.renew_host_key(CODE, "a stranger's key", "stranger")
    assert opened.rooms.renew_host_key(CODE, "new key", "host")
    assert not opened.rooms.admit_host(CODE, "host key", "phone")
    assert not opened.rooms.admit_host(CODE, "a stranger's key", "phone")
    assert opened.rooms.admit_host(CODE, "new key", "phone") and opened.rooms.is_host(CODE, "host")


def test_two_processes_see_one_room(url: str | None, tmp_path: Path, opened: Store) -> None:
    other = open_store(url, tmp_path / "data")
    other.rooms.find(CODE)
    opened.rooms.act(CODE, lambda room: participant.join(room, "ada", "Ada", later(1)))
    told: list[tuple[str, int, bool]] = []
    other.rooms.told = lambda code, version, loud: told.append((code, version, loud))
    room = other.rooms.act(CODE, lambda room: participant.join(room, "bo", "Ada", later(2)))
    assert [person.name for person in room.present] == ["Ada", "Ada 2"]
    assert told == [(CODE, 3, False)]
    assert opened.rooms.find(CODE) == room
    other.close()


def test_200_votes_at_once_are_each_counted_once(opened: Store) -> None:
    opened.rooms.act(CODE, lambda room: host.show(room, "frozen", later(1)))
    opened.rooms.act(CODE, lambda room: host.open_vote(room, "frozen", later(2)))
    people = [f"p{number}" for number in range(100)]

    def take_part(person: str) -> None:
        opened.rooms.act(CODE, lambda room: participant.join(room, person, person, later(3)))
        for option in ("adapter", "base"):
            pick = vote_of(person, option, 10)
            opened.rooms.act(CODE, partial(_vote, pick))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(take_part, people))
    room = opened.rooms.find(CODE)
    assert room is not None
    assert dict(room.ballots["frozen.1"].picks) == dict.fromkeys(people, Picked(options=("base",)))
    log = opened.rooms.events(CODE)
    assert room_of(log) == room and len(log) == 4 + 100 * 3


def test_restart_loses_nothing(url: str | None, tmp_path: Path, opened: Store) -> None:
    opened.rooms.act(CODE, lambda room: participant.join(room, "ada", "Ada", later(1)))
    before = opened.rooms.find(CODE)
    again = open_store(url, tmp_path / "data")
    assert again.rooms.find(CODE) == before
    again.close()


def test_rooms_of_last_season_are_deleted_when_another_opens(opened: Store) -> None:
    opened.rooms.open("NEW-234", "key", "host", host.NewRoom(AGENDA), later(91 * 86_400))
    assert opened.rooms.find(CODE) is None
    assert opened.rooms.hosted("host") == ("NEW-234",)


def test_room_can_be_opened_with_steps_left_out_that_can_be_put_back(store: Store) -> None:
    room = store.rooms.open(CODE, "host key", "host", host.NewRoom(AGENDA, "en", frozenset({"hello", "end"})), START)
    assert [step.id for step in room.steps] == ["frozen", "guide"] and room.whole_agenda == AGENDA.steps
    assert room == store.rooms.find(CODE) == room_of(store.rooms.events(CODE)) and room.version == 2
    assert (room.step_id, room.in_lobby) == ("frozen", True)
