"""Rooms: an append-only log of events each, numbered without gaps. The log is the truth; rooms are folded from it.
Does I/O.

Acts on one room come one after the other, in all processes: an act looks at the room as it is, and what follows from
it is written in the same transaction. Each process keeps the rooms that it has folded, and reads only what is new.
"""

import hashlib
import hmac
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from core.language.text import marked, t
from core.store.database import Database
from core.store.tables import micros, room_events, room_hosts, rooms
from core.workshop.apply import apply, opened_room, room_of
from core.workshop.errors import WorkshopError
from core.workshop.events import Events, event_json, is_loud, read_event
from core.workshop.host import NewRoom, open_room, set_steps
from core.workshop.room import Room

KEPT_FOR = timedelta(days=90)
"""Rooms that were opened longer ago are deleted when another is opened."""
MOST_FOLDED = 200
CHANNEL = "llm_ladder_rooms"
"""The channel of PostgreSQL's NOTIFY: `CODE VERSION`, then `LOUD` or `QUIET`."""
LOUD, QUIET = "loud", "quiet"

Act = Callable[[Room], Events]
NO_ROOM = marked("There is no room with this code. Check it against the big screen.")
NO_HOST = marked("Only the host can do this. Open the host link on this device.")


class Rooms:
    """All rooms. `told` is called after each change that this process wrote: code, version, whether it is loud."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folded: OrderedDict[str, Room] = OrderedDict()
        self._lock = threading.Lock()
        self.told: Callable[[str, int, bool], None] = lambda code, version, loud: None

    def open(self, code: str, host_key: str, learner: str, new: NewRoom, now: datetime) -> Room:
        """A new room under a new code, hosted by a learner; `host_key` lets another device host it too.

        Raises:
            StoreError: nothing was written.
        """
        event = open_room(code, new.agenda, new.language, now)

        def work(connection: Connection) -> Room:
            connection.execute(delete(rooms).where(rooms.c.opened < micros(now - KEPT_FOR)))
            row = {"code": code, "host_key": _hashed(host_key), "opened": micros(now), "version": 1}
            connection.execute(insert(rooms).values(row))
            connection.execute(insert(room_hosts).values(code=code, learner=learner))
            connection.execute(insert(room_events).values(code=code, version=1, event=event_json(event)))
            room = opened_room(event)
            kept = [step for step in room.steps if step.id not in new.left_out]
            return self._append(connection, room, set_steps(room, kept, now))

        return self._keep(self._database.write(work))

    def find(self, code: str, at_least: int = 0) -> Room | None:
        """The current room; None when there is none.

        With `at_least`, the version that a screen was told, the room that this process has folded is enough when it
        is so far: then a hundred screens of one step read nothing.
        """
        known = self.last_known(code)
        if known and 0 < at_least <= known.version:
            return known

        def work(connection: Connection) -> Room | None:
            version = connection.scalar(select(rooms.c.version).where(rooms.c.code == code))
            return None if version is None else self._folded_to(connection, code, known, version)

        found = self._database.read(work)
        if found is None:
            self._forget(code)
        return self._keep(found) if found else None

    def last_known(self, code: str) -> Room | None:
        """The room as this process saw it last, without asking the database; None when it never did."""
        with self._lock:
            return self._folded.get(code)

    def act(self, code: str, act: Act) -> Room:
        """The room after an act, once what follows from it is safe.

        Raises:
            WorkshopError: there is no such room, or the act is refused; nothing was written.
            StoreError: nothing was written.
        """
        known = self.last_known(code)

        def work(connection: Connection) -> tuple[Room, bool]:
            room = self._locked(connection, code)
            events = act(room)
            return self._append(connection, room, events), any(map(is_loud, events))

        before = known.version if known else 0
        room, loud = self._database.write(work)
        if self._keep(room).version != before:
            self.told(code, room.version, loud)
        return room

    def delete(self, code: str, learner: str) -> None:
        """Deletes a room that has ended, with all that was given to it, on behalf of a host; its screens are woken.

        Raises:
            WorkshopError: it is gone already, the learner does not host it, or it is open; nothing was deleted.
            StoreError: nothing was deleted.
        """

        def work(connection: Connection) -> int:
            room = self._locked(connection, code)
            if not _hosts(connection, code, learner):
                raise WorkshopError(t(NO_HOST))
            if room.closed is None:
                raise WorkshopError(t("The room is open. End the workshop first."))
            connection.execute(delete(rooms).where(rooms.c.code == code))
            self._notify(connection, code, room.version + 1, loud=True)
            return room.version + 1

        version = self._database.write(work)
        self._forget(code)
        self.told(code, version, True)

    def events(self, code: str) -> Events:
        """The whole log of a room."""
        return self._database.read(lambda connection: _events(connection, code, 0))

    def is_host(self, code: str, learner: str) -> bool:
        """Whether a learner hosts a room."""
        return self._database.read(lambda connection: _hosts(connection, code, learner))

    def hosted(self, learner: str) -> tuple[str, ...]:
        """Codes of the rooms that a learner hosts, the latest first."""
        query = select(rooms.c.code).join(room_hosts).where(room_hosts.c.learner == learner)
        ordered = query.order_by(rooms.c.opened.desc(), rooms.c.code)
        return tuple(self._database.read(lambda connection: connection.scalars(ordered).all()))

    def admit_host(self, code: str, host_key: str, learner: str) -> bool:
        """Makes a learner a host of the room if the key is right; returns whether it was."""

        def work(connection: Connection) -> bool:
            kept = connection.scalar(select(rooms.c.host_key).where(rooms.c.code == code))
            if kept is None or not hmac.compare_digest(kept, _hashed(host_key)):
                return False
            query = self._database.insert(room_hosts).values(code=code, learner=learner)
            connection.execute(query.on_conflict_do_nothing())
            return True

        return self._database.write(work)

    def renew_host_key(self, code: str, host_key: str, learner: str) -> bool:
        """Replaces the host key on behalf of a host; returns whether the learner is one.

        Who hosts the room already goes on; the old key admits nobody more.
        """

        def work(connection: Connection) -> bool:
            if not _hosts(connection, code, learner):
                return False
            connection.execute(update(rooms).where(rooms.c.code == code).values(host_key=_hashed(host_key)))
            return True

        return self._database.write(work)

    def _append(self, connection: Connection, room: Room, events: Events) -> Room:
        for event in events:
            room = apply(room, event)
            connection.execute(
                insert(room_events).values(code=room.code, version=room.version, event=event_json(event))
            )
        if events:
            connection.execute(update(rooms).where(rooms.c.code == room.code).values(version=room.version))
            self._notify(connection, room.code, room.version, loud=any(map(is_loud, events)))
        return room

    def _notify(self, connection: Connection, code: str, version: int, *, loud: bool) -> None:
        """Has other processes wake their screens once this transaction is safe."""
        if not self._database.is_sqlite:
            word = LOUD if loud else QUIET
            connection.execute(select(func.pg_notify(CHANNEL, f"{code} {version} {word}")))

    def _locked(self, connection: Connection, code: str) -> Room:
        """The room as it is, which nobody else changes until the transaction ends.

        Raises:
            WorkshopError: there is none.
        """
        locked = update(rooms).where(rooms.c.code == code).values(version=rooms.c.version)
        version = connection.scalar(locked.returning(rooms.c.version))
        if version is None:
            raise WorkshopError(t(NO_ROOM), "code")
        return self._folded_to(connection, code, self.last_known(code), version)

    def _folded_to(self, connection: Connection, code: str, known: Room | None, version: int) -> Room:
        if known and known.version == version:
            return known
        if known is None or known.version > version:
            return room_of(_events(connection, code, 0))
        for event in _events(connection, code, known.version):
            known = apply(known, event)
        return known

    def _forget(self, code: str) -> None:
        with self._lock:
            self._folded.pop(code, None)

    def _keep(self, room: Room) -> Room:
        with self._lock:
            kept = self._folded.get(room.code)
            if kept is None or kept.version < room.version or kept.opened != room.opened:
                self._folded[room.code] = room
            self._folded.move_to_end(room.code)
            while len(self._folded) > MOST_FOLDED:
                self._folded.popitem(last=False)
        return room


def _events(connection: Connection, code: str, after: int) -> Events:
    query = select(room_events.c.event).where(room_events.c.code == code, room_events.c.version > after)
    return tuple(read_event(text) for text in connection.scalars(query.order_by(room_events.c.version)))


def _hosts(connection: Connection, code: str, learner: str) -> bool:
    query = select(room_hosts.c.code).where(room_hosts.c.code == code, room_hosts.c.learner == learner)
    return connection.scalar(query) is not None


def _hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
