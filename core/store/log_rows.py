"""The log's rows, and what is derived from them, inside a transaction. Does I/O."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Executable,
    Row,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    insert,
    select,
)

from core.quiz.answers import Rating
from core.quiz.log import Answered, LogEntry, Undone
from core.quiz.scheduling import Card, Phase, after
from core.store.database import Database, Insert
from core.store.rows import REVIEW_COLUMNS, card_of, card_row, entry_of, entry_row, review_of
from core.store.tables import DERIVED, cards, days, entries, recalls

T = TypeVar("T")
_BATCH = 500
_undo = entries.alias("undo")
_NOT_UNDONE = ~exists().where(_undo.c.learner_id == entries.c.learner_id, _undo.c.undoes == entries.c.id)
STANDS: ColumnElement[bool] = entries.c.undoes.is_(None) & _NOT_UNDONE
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


def rebuild_item(connection: Connection, learner: int, item_id: str) -> Card | None:
    """Derives an item's card and recalls from the log again."""
    found = _rebuild_items(connection, learner, (item_id,)).cards
    return found[0] if found else None


def note_recall(connection: Connection, learner: int, seq: int, before: Card | None, entry: Answered) -> None:
    """Keeps whether a review past its learning steps was passed."""
    found = _recall(seq, before, entry)
    if found:
        connection.execute(_RECALL, {"learner_id": learner, **found})


def rebuild(connection: Connection, learner: int) -> None:
    """Derives everything of a learner from the log again."""
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.learner_id == learner))
    found = _followed(connection.execute(_answers(learner).where(STANDS)))
    _add_derived(connection, learner, found)
    counts = [_day_row(learner, day, count) for day, count in found.days.items()]
    _add_rows(connection, days, counts)


def add_entries(
    database: Database, connection: Connection, learner: int, log: Sequence[LogEntry], numbers: Sequence[int] = ()
) -> int:
    """Adds the entries that are not there yet, and derives their items again; how many were added.

    `numbers` are their numbers in the log; else they get the next ones.
    """
    known = known_ids(connection, learner, [entry.id for entry in log])
    fresh = [(place, entry) for place, entry in enumerate(log) if entry.id not in known]
    if not fresh:
        return 0
    numbered = [{"seq": numbers[place]} if numbers else {} for place, _ in fresh]
    items = {entry.item_id for _, entry in fresh if isinstance(entry, Answered)}
    undone = [entry.answer_id for _, entry in fresh if isinstance(entry, Undone)]
    items.update(_kept(connection, learner, undone, entries.c.item_id))
    before = _follow_items(connection, learner, items).days
    rows = [entry_row(learner, entry) | number for (_, entry), number in zip(fresh, numbered, strict=True)]
    _add_rows(connection, entries, rows)
    after = _rebuild_items(connection, learner, items).days
    for day, count in before.items():
        after.setdefault(day, Counter()).subtract(count)
    changes = [_day_row(learner, day, count) for day, count in after.items() if any(count.values())]
    if changes:
        connection.execute(database.made(_count_answer), changes)
    return len(fresh)


class _Followed(NamedTuple):
    """What follows from answers: how many were given on each day, the cards, and the recalls on the way to them."""

    days: dict[str, Counter[str]]
    cards: list[Card]
    recalls: list[dict[str, Any]]


def _rebuild_items(connection: Connection, learner: int, items: Collection[str]) -> _Followed:
    for some in _batches(tuple(items)):
        for table in (cards, recalls):
            connection.execute(delete(table).where(table.c.learner_id == learner, table.c.item_id.in_(some)))
    found = _follow_items(connection, learner, items)
    _add_derived(connection, learner, found)
    return found


def _follow_items(connection: Connection, learner: int, items: Collection[str]) -> _Followed:
    """Asked for in no order and for no more than it needs: else SQLite looks through the learner's whole log."""
    return _followed(
        row
        for some in _batches(tuple(items))
        for row in connection.execute(_answers(learner).where(entries.c.item_id.in_(some), _NOT_UNDONE))
    )


def _answers(learner: int) -> Select[Any]:
    return select(*REVIEW_COLUMNS).where(entries.c.learner_id == learner)


def _followed(rows: Iterable[Row[Any]]) -> _Followed:
    reviews: dict[str, list[tuple[int, Answered]]] = {}
    counts: dict[str, Counter[str]] = {}
    for row in sorted(rows, key=lambda row: row.seq):
        entry = review_of(row)
        day = counts.setdefault(row.day, Counter())
        day["answers"] += 1
        if entry.moves_schedule:
            day["reviews" if entry.item_id in reviews else "new"] += 1
            reviews.setdefault(entry.item_id, []).append((row.seq, entry))
    ways = [_follow(found) for found in reviews.values()]
    return _Followed(counts, [card for card, _ in ways if card], [row for _, passed in ways for row in passed])


def _add_derived(connection: Connection, learner: int, found: _Followed) -> None:
    _add_rows(connection, cards, [card_row(learner, card) for card in found.cards])
    _add_rows(connection, recalls, [{"learner_id": learner} | row for row in found.recalls])


def _day_row(learner: int, day: str, count: Counter[str]) -> dict[str, Any]:
    return {"learner_id": learner, "day": day} | {name: count[name] for name in ("answers", "new", "reviews")}


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
    for some in _batches(rows):
        connection.execute(insert(table), some)


def _batches(all_of: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some hundred at a time: a database takes so many values in a statement, and no more."""
    return (all_of[start : start + _BATCH] for start in range(0, len(all_of), _BATCH))


def known_ids(connection: Connection, learner: int, ids: Sequence[str]) -> set[str]:
    """Which of these entries are in the log already."""
    return _kept(connection, learner, ids, entries.c.id)


def _kept(connection: Connection, learner: int, ids: Sequence[str], column: Column[Any]) -> set[str]:
    """What a column holds of those of these entries that are in the log."""
    found: set[str] = set()
    for some in _batches(ids):
        here = (entries.c.learner_id == learner) & entries.c.id.in_(some)
        found.update(connection.scalars(select(column).where(here, column.is_not(None))))
    return found
