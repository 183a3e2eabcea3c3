"""Puts another log into a learner's, in many short transactions, between which others can write. Does I/O.

Each of them adds all that is new of some items, and derives these items again: whatever happens after it, cards and
days are those of the log. What was added stays; another call adds the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.postgresql import REGCLASS

from core.quiz.log import Answered, LogEntry
from core.store.database import Database
from core.store.errors import PARTLY, StoreError
from core.store.identity import learner_id, locked_learner_id, made_learner_id
from core.store.log_rows import add_entries, known_ids
from core.store.tables import entries

MOST = 500
"""Entries of a transaction, unless a single item has more."""


class _Place(NamedTuple):
    """A learner, and the numbers in the log that are set aside for the entries to come, by the entry's id.

    `held` is the highest, and kept first: SQLite gives the number above the highest to whoever comes next.
    """

    learner: int
    numbers: Mapping[str, int]
    held: int


def merge_log(database: Database, key: str, log: Iterable[LogEntry], now: datetime) -> int:
    """Adds the entries that are not in a learner's log yet; returns how many.

    Raises:
        StoreError: nothing was added; or not all, as its sentence then says.
    """
    merge = _Merge(database, key, _fresh(database, key, log), now)
    added = 0
    place: _Place | None = None
    for part in _parts(merge.log):
        with told_as_partly(added):
            place, more = database.write(partial(merge.add, part, place))
        added += more
        if more < len(part):  # from another tab the learner was deleted or joined, or the same file is imported
            raise StoreError(PARTLY)
    return added


@contextmanager
def told_as_partly(added: int) -> Iterator[None]:
    """A failure after something was added is told as what it is."""
    try:
        yield
    except StoreError as error:
        if added:
            raise StoreError(PARTLY) from error
        raise


class _Merge(NamedTuple):
    database: Database
    key: str
    log: Sequence[LogEntry]
    now: datetime

    def add(self, part: Sequence[LogEntry], begun: _Place | None, connection: Connection) -> tuple[_Place, int]:
        """Adds a part of the log at the place that was begun, unless the learner is no longer there."""
        if begun and not self._is_there(begun, connection):
            return begun, 0
        place = begun or self._begin(connection)
        numbers = [place.numbers[entry.id] for entry in part]
        return place, add_entries(self.database, connection, place.learner, part, numbers)

    def _begin(self, connection: Connection) -> _Place:
        learner = made_learner_id(self.database, connection, self.key, self.now)
        numbers = _set_aside(self.database, connection, len(self.log))
        return _Place(learner, dict(zip((entry.id for entry in self.log), numbers, strict=True)), numbers[-1])

    def _is_there(self, place: _Place, connection: Connection) -> bool:
        """Whether the key is still that learner's; SQLite gives a deleted learner's number to the next one."""
        if locked_learner_id(self.database, connection, self.key) != place.learner:
            return False
        return connection.scalar(select(entries.c.learner_id).where(entries.c.seq == place.held)) == place.learner


def _set_aside(database: Database, connection: Connection, count: int) -> Sequence[int]:
    """Numbers that nobody else gets, ascending; on SQLite, if this transaction uses the highest."""
    if database.is_sqlite:
        last = connection.scalar(select(func.max(entries.c.seq))) or 0
        return range(last + 1, last + 1 + count)
    sequence = func.pg_get_serial_sequence(entries.name, entries.c.seq.name).cast(REGCLASS)
    numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count).alias())
    return sorted(connection.scalars(numbers))


def _fresh(database: Database, key: str, log: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    by_id = {entry.id: entry for entry in log}

    def work(connection: Connection) -> set[str]:
        found = learner_id(connection, key)
        return known_ids(connection, found, tuple(by_id)) if found is not None else set()

    known = database.read(work)
    return tuple(entry for name, entry in by_id.items() if name not in known)


def _parts(log: Sequence[LogEntry]) -> Iterator[list[LogEntry]]:
    """The log by items, some of them at a time, first that of the last entry; an answer comes with its undo."""
    item_of = {entry.id: entry.item_id for entry in log if isinstance(entry, Answered)}
    by_item: dict[str, list[LogEntry]] = {}
    for entry in reversed(log):
        item = entry.item_id if isinstance(entry, Answered) else item_of.get(entry.answer_id, entry.id)
        by_item.setdefault(item, []).append(entry)
    part: list[LogEntry] = []
    for found in by_item.values():
        if part and len(part) + len(found) > MOST:
            yield part
            part = []
        part += found
    if part:
        yield part
