"""The log of answers: each is appended once, and taken back by a further entry; logs can be merged. Does I/O."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, select, update

from core.quiz.log import UNDO, Answered, LogEntry, Mode, Undone
from core.quiz.scheduling import Card, after
from core.store.database import Database
from core.store.identity import learner_id, locked_learner_id, made_learner_id
from core.store.log_rows import (
    STANDS,
    add_entry,
    all_entries,
    card_in,
    count_answer,
    known_ids,
    note_recall,
    put_card,
    rebuild,
    rebuild_item,
)
from core.store.merging import merge_log
from core.store.rows import entry_of
from core.store.tables import days, entries, keys, learners, micros

_ATTEMPTS = (
    select(func.count())
    .where(
        entries.c.learner_id == learners.c.id,
        entries.c.item_id == bindparam("item"),
        entries.c.mode == Mode.REVIEW.value,
    )
    .correlate(learners)
    .scalar_subquery()
)
"""How often an item was answered in review, answers that were taken back among them."""
_SHOWING = select(learners.c.tag, _ATTEMPTS).join(keys).where(keys.c.key == bindparam("by_key"))


@dataclass(frozen=True)
class Appended:
    """What became of an answer: `counted` is False when it was in the log already, from another tab or a retry."""

    counted: bool
    card: Card | None


class AnswerLog:
    """The learner's log. Everything else about a learner's knowledge is derived from it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def showing_id(self, key: str, item_id: str) -> str:
        """The id for the answer to an item that is under review now: the same in every tab that shows it."""
        row = self._database.read(lambda c: c.execute(_SHOWING, {"by_key": key, "item": item_id}).first())
        tag, number = row or (key[:12], 0)
        return f"{tag}.{item_id}.{number}"

    def append(self, key: str, entry: Answered) -> Appended:
        """Keeps an answer, and moves its card when it is a review. An id that is there already changes nothing.

        When it returns, the answer is safe.

        Raises:
            StoreError: the answer was not kept; the same call may be made again.
        """

        def work(connection: Connection) -> Appended:
            learner = made_learner_id(self._database, connection, key, entry.at)
            seq = add_entry(self._database, connection, learner, entry)
            before = card_in(connection, learner, entry.item_id)
            if seq is None:
                return Appended(False, before)
            new = before is None if entry.moves_schedule else None
            count_answer(self._database, connection, learner, entry, new)
            if not entry.moves_schedule:
                return Appended(True, before)
            if before is not None and entry.at < before.reviewed:  # the clock went backwards
                return Appended(True, rebuild_item(connection, learner, entry.item_id))
            note_recall(connection, learner, seq, before, entry)
            card = after(before, entry)
            put_card(self._database, connection, learner, card)
            return Appended(True, card)

        return self._database.write(work)

    def undo(self, key: str, now: datetime) -> Answered | None:
        """Takes the last review back, and returns it; None when there is none left. May be called any number of times.

        Raises:
            StoreError: nothing was taken back.
        """

        def work(connection: Connection) -> Answered | None:
            learner = locked_learner_id(self._database, connection, key)
            if learner is None:
                return None
            row = connection.execute(_last_review(learner)).first()
            last = entry_of(row) if row else None
            if not isinstance(last, Answered):
                return None
            add_entry(self._database, connection, learner, Undone(f"{UNDO}{last.id}", last.id, now))
            card = rebuild_item(connection, learner, last.item_id)
            part = days.c.new if card is None else days.c.reviews
            here = (days.c.learner_id == learner) & (days.c.day == last.day.isoformat())
            less = {days.c.answers: days.c.answers - 1, part: part - 1}
            connection.execute(update(days).where(here).values(less))
            return last

        return self._database.write(work)

    def undoable(self, key: str) -> bool:
        """Whether there is a review that can be taken back."""

        def work(connection: Connection) -> bool:
            learner = learner_id(connection, key)
            return learner is not None and connection.execute(_last_review(learner)).first() is not None

        return self._database.read(work)

    def recent(
        self,
        key: str,
        limit: int = 30,
        *,
        kind: str | None = None,
        stated: bool = False,
    ) -> tuple[Answered, ...]:
        """The last answers that stand, oldest first: of one kind of item, or with a stated confidence."""
        query = select(entries).join(keys, keys.c.learner_id == entries.c.learner_id).where(keys.c.key == key, STANDS)
        if kind is not None:
            query = query.where(entries.c.kind == kind)
        if stated:
            query = query.where(entries.c.confidence.is_not(None))
        query = query.order_by(entries.c.seq.desc()).limit(limit)
        rows = self._database.read(lambda c: c.execute(query).all())
        found = (entry_of(row) for row in reversed(rows))
        return tuple(entry for entry in found if isinstance(entry, Answered))

    def right_since(self, key: str, at: datetime) -> frozenset[str]:
        """Ids of the items that were answered right in full from that moment on, in whatever practice."""
        query = (
            select(entries.c.item_id)
            .join(keys, keys.c.learner_id == entries.c.learner_id)
            .where(keys.c.key == key, entries.c.at >= micros(at), entries.c.score >= 1, STANDS)
        )
        return frozenset(self._database.read(lambda c: c.scalars(query).all()))

    def entries(self, key: str) -> tuple[LogEntry, ...]:
        """The whole log, in the order in which it was kept."""

        def work(connection: Connection) -> tuple[LogEntry, ...]:
            found = learner_id(connection, key)
            return all_entries(connection, found) if found is not None else ()

        return self._database.read(work)

    def known(self, key: str, ids: Iterable[str]) -> set[str]:
        """Which of these entries are in the log already, for the preview of an import."""
        names = tuple(ids)

        def work(connection: Connection) -> set[str]:
            found = learner_id(connection, key)
            return known_ids(connection, found, names) if found is not None else set()

        return self._database.read(work)

    def merge(self, key: str, log: Iterable[LogEntry], now: datetime) -> int:
        """Adds the entries that are not there yet; returns how many. A second call adds nothing.

        Raises:
            StoreError: nothing was added, or, as its sentence then says, a part; another call adds what is missing.
        """
        return merge_log(self._database, key, log, now)

    def rebuild(self, key: str) -> None:
        """Derives cards, recalls and days from the log again; they come out as they were."""

        def work(connection: Connection) -> None:
            found = locked_learner_id(self._database, connection, key)
            if found is not None:
                rebuild(connection, found)

        self._database.write(work)


def _last_review(learner: int) -> Select[tuple[object, ...]]:
    query = select(entries).where(entries.c.learner_id == learner, entries.c.mode == Mode.REVIEW.value, STANDS)
    return query.order_by(entries.c.seq.desc()).limit(1)
