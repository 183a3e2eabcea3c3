"""The log's rows, and what is derived from them, inside a transaction. Does I/O."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    select,
)

from core.quiz.answers import Rating
from core.quiz.log import Answered, LogEntry, Mode
from core.quiz.scheduling import Card, Phase, after
from core.store.database import Database, Insert
from core.store.rows import REVIEW_COLUMNS, card_of, card_row, entry_of, entry_row, review_of
from core.store.tables import DERIVED, cards, days, entries, recalls

_BATCH = 500
_undo = entries.alias("undo")
STANDS: ColumnElement[bool] = entries.c.undoes.is_(None) & ~exists().where(
    _undo.c.learner_id == entries.c.learner_id, _undo.c.undoes == entries.c.id
)
"""An answer that was not taken back."""
_CARD = select(cards).where(cards.c.learner_id == bindparam("learner"), cards.c.item_id == bindparam("item"))
_RECALL = insert(recalls)


def _add_entry(insert: Insert) -> Executable:
    return insert(entries).on_conflict_do_nothing().returning(entries.c.seq)


def _put_card(insert: Insert) -> Executable:
    query = insert(cards)
    new = {column.name: query.excluded[column.name] for column in cards.c if not column.primary_key}
    return query.on_conflict_do_update(index_elements=["learner_id", "item_id"], set_=new)


def _count_answer(insert: Insert) -> Executable:
    query = insert(days)
    grown = {name: days.c[name] + query.excluded[name] for name in ("answers", "new", "reviews")}
    return query.on_conflict_do_update(index_elements=["learner_id", "day"], set_=grown)


def all_entries(connection: Connection, learner: int) -> tuple[LogEntry, ...]:
    """The whole log of a learner, in the order in which it was kept."""
    query = select(entries).where(entries.c.learner_id == learner).order_by(entries.c.seq)
    return tuple(entry_of(row) for row in connection.execute(query))


def add_entry(database: Database, connection: Connection, learner: int, entry: LogEntry) -> int | None:
    """The number of the new row; None when an entry of that id is there already."""
    found: int | None = connection.scalar(database.made(_add_entry), entry_row(learner, entry))
    return found


def card_in(connection: Connection, learner: int, item_id: str) -> Card | None:
    """The card of an item; None when it was never reviewed."""
    row = connection.execute(_CARD, {"learner": learner, "item": item_id}).first()
    return card_of(row) if row else None


def put_card(database: Database, connection: Connection, learner: int, card: Card) -> None:
    """Keeps a card in the place of the one before."""
    connection.execute(database.made(_put_card), card_row(learner, card))


def count_answer(database: Database, connection: Connection, learner: int, entry: Answered, new: bool | None) -> None:
    """Counts an answer on its day; `new` is None when it is no review."""
    row = {"learner_id": learner, "day": entry.day.isoformat(), "answers": 1}
    connection.execute(database.made(_count_answer), row | {"new": int(new is True), "reviews": int(new is False)})


def rebuild_item(database: Database, connection: Connection, learner: int, item_id: str) -> Card | None:
    """Derives an item's card and recalls from the log again."""
    for table in (cards, recalls):
        connection.execute(delete(table).where(table.c.learner_id == learner, table.c.item_id == item_id))
    query = _standing(learner).where(entries.c.item_id == item_id, entries.c.mode == Mode.REVIEW.value)
    reviews = [(row.seq, review_of(row)) for row in connection.execute(query).all()]
    card, passed = _follow(reviews)
    if card is not None:
        put_card(database, connection, learner, card)
    _add_rows(connection, recalls, [{"learner_id": learner, **row} for row in passed])
    return card


def note_recall(connection: Connection, learner: int, seq: int, before: Card | None, entry: Answered) -> None:
    """Keeps whether a review past its learning steps was passed."""
    found = _recall(seq, before, entry)
    if found:
        connection.execute(_RECALL, {"learner_id": learner, **found})


def rebuild(connection: Connection, learner: int) -> None:
    """Derives everything of a learner from the log again."""
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.learner_id == learner))
    reviews: dict[str, list[tuple[int, Answered]]] = {}
    counts: dict[str, Counter[str]] = {}
    for row in connection.execute(_standing(learner)):
        entry = review_of(row)
        day = counts.setdefault(row.day, Counter())
        day["answers"] += 1
        if entry.moves_schedule:
            day["reviews" if entry.item_id in reviews else "new"] += 1
            reviews.setdefault(entry.item_id, []).append((row.seq, entry))
    followed = [_follow(found) for found in reviews.values()]
    mine = {"learner_id": learner}
    names = ("answers", "new", "reviews")
    _add_rows(connection, days, [mine | {"day": day} | {n: found[n] for n in names} for day, found in counts.items()])
    _add_rows(connection, cards, [card_row(learner, card) for card, _ in followed if card])
    _add_rows(connection, recalls, [mine | row for _, passed in followed for row in passed])


def _standing(learner: int) -> Select[Any]:
    return select(*REVIEW_COLUMNS).where(entries.c.learner_id == learner, STANDS).order_by(entries.c.seq)


def _follow(reviews: list[tuple[int, Answered]]) -> tuple[Card | None, list[dict[str, Any]]]:
    """The card that an item's reviews lead to, in the order of their time, and the recalls on the way."""
    card: Card | None = None
    passed = []
    for seq, entry in sorted(reviews, key=lambda pair: (pair[1].at, pair[0])):
        passed += [found] if (found := _recall(seq, card, entry)) else []
        card = after(card, entry)
    return card, passed


def _recall(seq: int, before: Card | None, entry: Answered) -> dict[str, Any] | None:
    if before is None or before.phase is not Phase.REVIEW:
        return None
    return {"seq": seq, "item_id": entry.item_id, "passed": int(entry.rating > Rating.AGAIN)}


def _add_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(table), rows[start : start + _BATCH])


def known_ids(connection: Connection, learner: int, ids: Sequence[str]) -> set[str]:
    """Which of these entries are in the log already."""
    found: set[str] = set()
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        query = select(entries.c.id).where(entries.c.learner_id == learner, entries.c.id.in_(batch))
        found.update(connection.scalars(query))
    return found


def merge_entries(connection: Connection, learner: int, log: Iterable[LogEntry]) -> int:
    """Adds the entries that are not there yet, and derives everything again; how many were added."""
    by_id = {entry.id: entry for entry in log}
    known = known_ids(connection, learner, tuple(by_id))
    rows = [entry_row(learner, entry) for name, entry in by_id.items() if name not in known]
    _add_rows(connection, entries, rows)
    if rows:
        rebuild(connection, learner)
    return len(rows)
