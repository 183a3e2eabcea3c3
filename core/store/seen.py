"""When the people of rooms were last seen: the latest moment only, deleted with the room. Does I/O."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, Executable, select

from core.store.database import Database, Insert
from core.store.tables import micros, moment, room_seen, rooms
from core.workshop.people import person_id

SeenIn = Mapping[str, datetime]
"""The people of one room by their id, each with the moment."""


def _mark(insert: Insert) -> Executable:
    query = insert(room_seen)
    seen = query.excluded.seen
    return query.on_conflict_do_update(
        index_elements=["code", "person"], set_={"seen": seen}, where=room_seen.c.seen < seen
    )


class Seen:
    """Who was seen in which room; a process reports everyone whose socket it holds in one call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, people: Collection[tuple[str, str]], now: datetime) -> None:
        """Notes that people, each as room and person, are present; those of deleted rooms are left out.

        Raises:
            StoreError: nothing was written.
        """

        def work(connection: Connection) -> None:
            there = set(connection.scalars(select(rooms.c.code).where(rooms.c.code.in_({code for code, _ in people}))))
            rows = [
                {"code": code, "person": person, "seen": micros(now)}
                for code, person in sorted(people)  # in one order in all processes, so that none waits for another's
                if code in there
            ]
            if rows:
                connection.execute(self._database.made(_mark), rows)

        if people:
            self._database.write(work)

    def since(self, codes: Collection[str], earliest: datetime) -> Mapping[str, SeenIn]:
        """Those who were seen after a moment, by room.

        Raises:
            StoreError: it cannot be read.
        """
        query = select(room_seen).where(room_seen.c.code.in_(codes), room_seen.c.seen > micros(earliest))
        found: dict[str, dict[str, datetime]] = defaultdict(dict)
        for row in self._database.read(lambda connection: connection.execute(query).all()):
            found[row.code][row.person] = moment(row.seen)
        return found

    def rooms_of(self, learner: str, earliest: datetime) -> tuple[str, ...]:
        """Codes of the rooms in which a learner was seen after a moment, the latest first.

        Raises:
            StoreError: it cannot be read.
        """
        lately = room_seen.c.seen > micros(earliest)

        def work(connection: Connection) -> tuple[str, ...]:
            codes = connection.scalars(select(room_seen.c.code).where(lately).distinct())
            own = [person_id(code, learner) for code in codes]  # an id tells nothing of the learner, so all are tried
            query = select(room_seen.c.code).where(lately, room_seen.c.person.in_(own))
            return tuple(connection.scalars(query.order_by(room_seen.c.seen.desc())))

        return self._database.read(work)
