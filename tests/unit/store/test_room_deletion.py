"""Deletion of a room by its host, the same on SQLite and PostgreSQL."""

import pytest
from sqlalchemy import Table, func, select

from core.store.rooms import Rooms
from core.store.store import Store
from core.store.tables import room_events, room_hosts, room_seen, rooms
from core.workshop import host, participant
from core.workshop.errors import WorkshopError
from core.workshop.people import person_id
from tests.unit.workshop.small_room import AGENDA, START, later

CODE, OTHER = "ABC-234", "DEF-567"
ALL = (rooms, room_events, room_hosts, room_seen)


@pytest.fixture
def opened(store: Store) -> Store:
    """Two rooms of one host, with somebody in each; the first has ended."""
    for code in (CODE, OTHER):
        ada = person_id(code, "ada")
        store.rooms.open(code, "host key", "host", host.NewRoom(AGENDA), START)
        store.rooms.act(code, lambda room, ada=ada: participant.join(room, ada, "Ada", later(1)))
        store.seen.mark([(code, ada)], later(2))
    store.rooms.act(CODE, lambda room: host.close(room, later(3)))
    return store


def _rows(store: Store, code: str) -> dict[str, int]:
    def counted(table: Table) -> int:
        query = select(func.count()).select_from(table).where(table.c.code == code)
        return store.database.read(lambda connection: connection.scalar(query) or 0)

    return {table.name: counted(table) for table in ALL}


def test_all_that_a_room_was_given_goes_and_another_stays(opened: Store) -> None:
    before = _rows(opened, OTHER)
    assert all(before.values()) and all(_rows(opened, CODE).values())
    opened.rooms.delete(CODE, "host")
    assert not any(_rows(opened, CODE).values())
    assert _rows(opened, OTHER) == before
    assert opened.rooms.hosted("host") == (OTHER,)
    assert opened.seen.rooms_of("ada", START) == (OTHER,)


def test_screens_are_woken_as_by_a_step(opened: Store) -> None:
    room = opened.rooms.find(CODE)
    told: list[tuple[str, int, bool]] = []
    opened.rooms.told = lambda code, version, loud: told.append((code, version, loud))
    opened.rooms.delete(CODE, "host")
    assert room and told == [(CODE, room.version + 1, True)]


def test_no_process_remembers_it(opened: Store) -> None:
    other = Rooms(opened.database)
    assert other.find(CODE)
    opened.rooms.delete(CODE, "host")
    assert opened.rooms.last_known(CODE) is None and opened.rooms.find(CODE) is None
    assert other.find(CODE) is None and other.last_known(CODE) is None


@pytest.mark.parametrize(
    ("code", "learner", "said"),
    [
        (CODE, "ada", "Only the host can do this"),
        (OTHER, "host", "The room is open. End the workshop first."),
        (OTHER, "ada", "Only the host can do this"),
        ("ZZZ-999", "host", "no room with this code"),
    ],
)
def test_what_may_not_be_deleted_stays(opened: Store, code: str, learner: str, said: str) -> None:
    before = [_rows(opened, one) for one in (CODE, OTHER)]
    with pytest.raises(WorkshopError, match=said):
        opened.rooms.delete(code, learner)
    assert [_rows(opened, one) for one in (CODE, OTHER)] == before
    assert opened.rooms.find(CODE) and opened.rooms.find(OTHER)


def test_room_that_was_opened_again_meanwhile_stays(opened: Store) -> None:
    opened.rooms.act(CODE, lambda room: host.reopen(room, later(4)))
    with pytest.raises(WorkshopError, match="The room is open"):
        opened.rooms.delete(CODE, "host")
    assert opened.rooms.find(CODE)


def test_second_host_who_was_admitted_can_delete_it_and_the_first_is_told(opened: Store) -> None:
    assert opened.rooms.admit_host(CODE, "host key", "phone")
    opened.rooms.delete(CODE, "phone")
    with pytest.raises(WorkshopError, match="no room with this code"):
        opened.rooms.delete(CODE, "host")
