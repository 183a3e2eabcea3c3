"""The log's rows, and what is derived from them, inside a transaction. Does I/O."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select
from sqlalchemy.engine import Row

from core.quiz.log import Answered, LogEntry, Mode
from core.quiz.scheduling import Card, Phase, after
from core.store.database import Database
from core.store.rows import card_of, card_row, entry_of, entry_row
from core.store.tables import DERIVED, cards, days, entries, recalls

_BATCH = 500
_undo = entries.alias("undo")
STANDS: ColumnElement[bool] = entries.c.undoes.is_(None) & ~exists().where(
    _undo.c.learner_id == entries.c.learner_id, _undo.c.undoes == entries.c.id
)
"""An answer that was not taken back."""


def all_entries(connection: Connection, learner: int) -> tuple[LogEntry, ...]:
    """The whole log of a learner, in the order in which it was kept."""
    query = select(entries).where(entries.c.learner_id == learner).order_by(entries.c.seq)
    return tuple(entry_of(row) for row in connection.execute(query))


def add_entry(database: Database, connection: Connection, learner: int, entry: LogEntry) -> int | None:
    """The number of the new row; None when an entry of that id is there already."""
    row = database.insert(entries).values(entry_row(learner, entry)).on_conflict_do_nothing().returning(entries.c.seq)
    found: int | None = connection.scalar(row)
    return found


def card_in(connection: Connection, learner: int, item_id: str) -> Card | None:
    """The card of an item; None when it was never reviewed."""
    row = connection.execute(select(cards).where(cards.c.learner_id == learner, cards.c.item_id == item_id)).first()
    return card_of(row) if row else None


def put_card(database: Database, connection: Connection, learner: int, card: Card) -> None:
    """Keeps a card in the place of the one before."""
    row = card_row(learner, card)
    query = database.insert(cards).values(row)
    connection.execute(query.on_conflict_do_update(index_elements=["learner_id", "item_id"], set_=row))


def count_answer(database: Database, connection: Connection, learner: int, entry: Answered, new: bool | None) -> None:
    """Counts an answer on its day; `new` is None when it is no review."""
    add = {"answers": 1, "new": int(new is True), "reviews": int(new is False)}
    query = database.insert(days).values(learner_id=learner, day=entry.day.isoformat(), **add)
    grown = {name: days.c[name] + number for name, number in add.items()}
    connection.execute(query.on_conflict_do_update(index_elements=["learner_id", "day"], set_=grown))


def review_rows(connection: Connection, learner: int, item_id: str) -> Sequence[Row[tuple[object, ...]]]:
    """The reviews of an item that stand, in the order of their time."""
    query = select(entries).where(
        entries.c.learner_id == learner, entries.c.item_id == item_id, entries.c.mode == Mode.REVIEW.value, STANDS
    )
    return connection.execute(query.order_by(entries.c.at, entries.c.seq)).all()


def rebuild_item(database: Database, connection: Connection, learner: int, item_id: str) -> Card | None:
    """Derives an item's card and recalls from the log again."""
    connection.execute(delete(cards).where(cards.c.learner_id == learner, cards.c.item_id == item_id))
    connection.execute(delete(recalls).where(recalls.c.learner_id == learner, recalls.c.item_id == item_id))
    card: Card | None = None
    for row in review_rows(connection, learner, item_id):
        entry = entry_of(row)
        if isinstance(entry, Answered):
            note_recall(connection, learner, row.seq, card, entry)
            card = after(card, entry)
    if card is not None:
        put_card(database, connection, learner, card)
    return card


def note_recall(connection: Connection, learner: int, seq: int, before: Card | None, entry: Answered) -> None:
    """Keeps whether a review past its learning steps was passed."""
    if before is not None and before.phase is Phase.REVIEW:
        row = {"learner_id": learner, "seq": seq, "item_id": entry.item_id, "passed": int(entry.rating > 1)}
        connection.execute(insert(recalls).values(row))


def rebuild(database: Database, connection: Connection, learner: int) -> None:
    """Derives everything of a learner from the log again."""
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.learner_id == learner))
    standing = select(entries).where(entries.c.learner_id == learner, STANDS)
    seen: set[str] = set()
    for row in connection.execute(standing.order_by(entries.c.seq)).all():
        entry = entry_of(row)
        if isinstance(entry, Answered):
            count_answer(database, connection, learner, entry, _is_new(seen, entry))
    for item_id in sorted(seen):
        rebuild_item(database, connection, learner, item_id)


def _is_new(seen: set[str], entry: Answered) -> bool | None:
    if not entry.moves_schedule:
        return None
    new = entry.item_id not in seen
    seen.add(entry.item_id)
    return new


def known_ids(connection: Connection, learner: int, ids: Sequence[str]) -> set[str]:
    """Which of these entries are in the log already."""
    found: set[str] = set()
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        query = select(entries.c.id).where(entries.c.learner_id == learner, entries.c.id.in_(batch))
        found.update(connection.scalars(query))
    return found


def merge_entries(database: Database, connection: Connection, learner: int, log: Iterable[LogEntry]) -> int:
    """Adds the entries that are not there yet, and derives everything again; how many were added."""
    by_id = {entry.id: entry for entry in log}
    known = known_ids(connection, learner, tuple(by_id))
    rows = [entry_row(learner, entry) for name, entry in by_id.items() if name not in known]
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(entries), rows[start : start + _BATCH])
    if rows:
        rebuild(database, connection, learner)
    return len(rows)


def attempts(connection: Connection, learner: int, item_id: str) -> int:
    """How often an item was answered in review, answers that were taken back among them."""
    query = select(func.count()).where(
        entries.c.learner_id == learner, entries.c.item_id == item_id, entries.c.mode == Mode.REVIEW.value
    )
    return connection.scalar(query) or 0
