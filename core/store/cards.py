"""Cards as they were derived: what is due, what is new, what is stuck. Does I/O."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, func, or_, select

from core.quiz.days import day_end, day_of
from core.quiz.interview_plan import interview_plan
from core.quiz.queue import DoneToday, Queue, build_queue
from core.quiz.scheduling import FREE_AFTER, STUCK_AFTER, Card
from core.quiz.settings import ReviewSettings
from core.store.database import Database
from core.store.identity import learner_id
from core.store.log_rows import card_in
from core.store.rows import card_of
from core.store.tables import cards, days, keys, micros, moment, recalls

_PROBED = 200


class Cards:
    """The schedule of a learner, read from the snapshot that the log keeps up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def card(self, key: str, item_id: str) -> Card | None:
        """The card of an item; None when it was never reviewed."""

        def work(connection: Connection) -> Card | None:
            found = learner_id(connection, key)
            return card_in(connection, found, item_id) if found is not None else None

        return self._database.read(work)

    def all(self, key: str) -> tuple[Card, ...]:
        """Every card of a learner, by item."""
        rows = self._database.read(lambda c: c.execute(_of(key).order_by(cards.c.item_id)).all())
        return tuple(card_of(row) for row in rows)

    def stuck(self, key: str) -> tuple[Card, ...]:
        """The items that were failed five times, most often failed first."""
        query = _of(key).where(cards.c.failures >= STUCK_AFTER, cards.c.streak < FREE_AFTER)
        rows = self._database.read(lambda c: c.execute(query.order_by(cards.c.failures.desc(), cards.c.item_id)).all())
        return tuple(card_of(row) for row in rows)

    def dues(self, key: str, until: datetime) -> tuple[datetime, ...]:
        """When cards fall due before a moment, for a forecast."""
        query = select(cards.c.due).join(keys, keys.c.learner_id == cards.c.learner_id).where(keys.c.key == key)
        kept = self._database.read(lambda c: c.scalars(query.where(cards.c.due < micros(until))).all())
        return tuple(moment(due) for due in kept)

    def recalls(self, key: str, limit: int = 500) -> tuple[bool, ...]:
        """Of the last reviews past their learning steps, whether each was passed; latest first."""
        query = select(recalls.c.passed).join(keys, keys.c.learner_id == recalls.c.learner_id).where(keys.c.key == key)
        kept = self._database.read(lambda c: c.scalars(query.order_by(recalls.c.seq.desc()).limit(limit)).all())
        return tuple(bool(passed) for passed in kept)

    def queue(self, key: str, ids: Sequence[str], settings: ReviewSettings, now: datetime) -> Queue:
        """What to review now, out of the items `ids`, which stand in the order of learning."""
        plan = interview_plan(settings, now)
        soon = cards.c.due < micros(day_end(now, settings))
        if plan and plan.window_start < day_end(now, settings):
            soon = or_(soon, cards.c.reviewed < micros(plan.window_start))
        query = _of(key).where(soon).order_by(cards.c.due).limit(settings.reviews_per_day + _PROBED)
        today = day_of(now, settings).isoformat()
        need_all = plan is not None

        def work(connection: Connection) -> tuple[list[Card], tuple[str, ...], DoneToday]:
            due = [card_of(row) for row in connection.execute(query)]
            learner = learner_id(connection, key)
            done = _done(connection, learner, today)
            wanted = len(ids) if need_all else settings.new_per_day
            return due, _unseen(connection, learner, ids, wanted), done

        due, unseen, done = self._database.read(work)
        known = set(ids)
        return build_queue((card for card in due if card.item_id in known), unseen, done, settings, now)

    def unseen(self, key: str, ids: Sequence[str]) -> tuple[str, ...]:
        """The items of `ids` that were never reviewed, in their order."""
        return self._database.read(lambda c: _unseen(c, learner_id(c, key), ids, len(ids)))


def _of(key: str) -> Select[tuple[object, ...]]:
    return select(cards).join(keys, keys.c.learner_id == cards.c.learner_id).where(keys.c.key == key)


def _done(connection: Connection, learner: int | None, day: str) -> DoneToday:
    row = connection.execute(
        select(days.c.new, days.c.reviews).where(days.c.learner_id == learner, days.c.day == day)
    ).first()
    return DoneToday(row.new, row.reviews) if row else DoneToday()


def _unseen(connection: Connection, learner: int | None, ids: Sequence[str], wanted: int) -> tuple[str, ...]:
    """The first `wanted` items without a card; a large bank is probed piece by piece."""
    count = connection.scalar(select(func.count()).where(cards.c.learner_id == learner)) if learner else 0
    if not count:
        return tuple(ids[:wanted])
    found: list[str] = []
    for start in range(0, len(ids), _PROBED):
        piece = ids[start : start + _PROBED]
        query = select(cards.c.item_id).where(cards.c.learner_id == learner, cards.c.item_id.in_(piece))
        seen = set(connection.scalars(query))
        found += [name for name in piece if name not in seen]
        if len(found) >= wanted:
            break
    return tuple(found[:wanted])
