"""The cards derived from the log: what is due, what is new, what is stuck. Does I/O."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, Select, bindparam, case, func, literal_column, or_, select

from core.quiz.days import day_end, day_of
from core.quiz.interview_plan import interview_plan
from core.quiz.log import Mode
from core.quiz.queue import DoneToday, Queue, build_queue
from core.quiz.scheduling import FREE_AFTER, STUCK_AFTER, Card, Memory
from core.quiz.settings import ReviewSettings
from core.store.database import Database
from core.store.identity import learner_id
from core.store.log_rows import STANDS, card_in
from core.store.rows import card_of
from core.store.tables import cards, days, entries, keys, micros, recalls
from core.store.unseen import Unseen

_DAY_MICROS = 86_400_000_000
_SPARE = 50
"""Cards that are read beyond the day's limit, for those whose items are no more."""


class Cards:
    """The schedule of a learner, read from the snapshot that the log keeps up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unseen = Unseen()

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

    def memories(self, key: str, now: datetime) -> tuple[Memory, ...]:
        """What the recall of every card is computed from; reads thousands in a third of the time that `all` takes."""
        days_since = (micros(now) - cards.c.reviewed) // literal_column(str(_DAY_MICROS))
        query = select(cards.c.item_id, cards.c.stability, days_since).join(
            keys, keys.c.learner_id == cards.c.learner_id
        )
        rows = self._database.read(lambda c: c.execute(query.where(keys.c.key == key)).all())
        return tuple(map(Memory._make, rows))

    def stuck(self, key: str) -> tuple[Card, ...]:
        """The items that are stuck, see `Card.stuck`; most often failed first."""
        often = cards.c.failures >= literal_column(str(STUCK_AFTER))  # written out, so that the partial index serves
        query = _of(key).where(often, cards.c.streak < FREE_AFTER)
        rows = self._database.read(lambda c: c.execute(query.order_by(cards.c.failures.desc(), cards.c.item_id)).all())
        return tuple(card_of(row) for row in rows)

    def due_counts(self, key: str, edges: Sequence[datetime], items: Collection[str] | None = None) -> tuple[int, ...]:
        """How many cards fall due before the first edge, then before each further one: see `forecast.day_edges`.

        `items` leaves out cards of others, such as those that left the bank.
        """
        ends = [micros(edge) for edge in edges]
        part = case(*((cards.c.due < end, literal_column(f"{n:d}")) for n, end in enumerate(ends)), else_=len(ends))
        query = select(part, func.count()).join(keys, keys.c.learner_id == cards.c.learner_id)
        query = query.where(keys.c.key == key, cards.c.due < ends[-1]).group_by(part)
        if items is not None:
            query = query.where(cards.c.item_id.in_(sorted(items)))
        found = {int(number): int(count) for number, count in self._database.read(lambda c: c.execute(query).all())}
        return tuple(found.get(number, 0) for number in range(len(ends)))

    def recalls(self, key: str) -> tuple[bool, ...]:
        """Of the last 500 reviews past their learning steps, whether each was passed; latest first."""
        query = select(recalls.c.passed).join(keys, keys.c.learner_id == recalls.c.learner_id).where(keys.c.key == key)
        kept = self._database.read(lambda c: c.scalars(query.order_by(recalls.c.seq.desc()).limit(500)).all())
        return tuple(bool(passed) for passed in kept)

    def queue(
        self, key: str, ids: Sequence[str], settings: ReviewSettings, now: datetime, added: Collection[str] = ()
    ) -> Queue:
        """What to review now, out of `ids`, which are in the order of learning.

        Items `added` are in it when they are due, and never as new ones: interview questions, which come into the
        review by hand.
        """
        plan = interview_plan(settings, now)
        end, today = day_end(now, settings), day_of(now, settings).isoformat()
        window = plan.window_start if plan and plan.window_start < end else None
        most = settings.reviews_per_day + _SPARE

        def work(connection: Connection) -> tuple[list[Card], tuple[str, ...], DoneToday]:
            learner = learner_id(connection, key)
            done = _done(connection, learner, today)
            if plan:
                drilled, put = connection.execute(_BESIDE, {"learner": learner, "today": today}).one()
                done = replace(done, drilled=drilled, put=put)
            due = _due(connection, learner, end, window, most)
            wanted = len(ids) if plan else max(0, settings.new_per_day - done.new)
            return due, self._unseen.first(connection, learner, ids, wanted), done

        due, unseen, done = self._database.read(work)
        known = _known(tuple(ids))
        return build_queue(
            (card for card in due if card.item_id in known or card.item_id in added), unseen, done, settings, now
        )

    def unseen(self, key: str, ids: Sequence[str]) -> tuple[str, ...]:
        """The items of `ids` that were never reviewed, in their order."""
        return self._database.read(lambda c: self._unseen.first(c, learner_id(c, key), ids, len(ids)))


def _of(key: str) -> Select[tuple[object, ...]]:
    return select(cards).join(keys, keys.c.learner_id == cards.c.learner_id).where(keys.c.key == key)


def _due(connection: Connection, learner: int | None, end: datetime, window: datetime | None, most: int) -> list[Card]:
    """The cards that fall due before `end`; in the days before an interview also those not reviewed in its window."""
    values = {"learner": learner, "before": micros(end), "most": most}
    if window is None:
        return [card_of(row) for row in connection.execute(_DUE, values)]
    return [card_of(row) for row in connection.execute(_DUE_OR_OLD, values | {"window": micros(window)})]


_SOON = cards.c.due < bindparam("before")
_MINE = select(cards).where(cards.c.learner_id == bindparam("learner"))
_DUE = _MINE.where(_SOON).order_by(cards.c.due).limit(bindparam("most"))
_DUE_OR_OLD = (
    _MINE.where(or_(_SOON, cards.c.reviewed < bindparam("window"))).order_by(cards.c.due).limit(bindparam("most"))
)
_DONE = select(days.c.new, days.c.reviews).where(
    days.c.learner_id == bindparam("learner"), days.c.day == bindparam("today")
)
_IS_PUT = (entries.c.mode == Mode.REVIEW.value) & entries.c.quiz.is_not(None) & STANDS
_BESIDE = select(
    func.count().filter(entries.c.mode.not_in((Mode.REVIEW.value, Mode.INTERVIEW.value))),
    func.count().filter(_IS_PUT),
).where(entries.c.learner_id == bindparam("learner"), entries.c.day == bindparam("today"))


def _done(connection: Connection, learner: int | None, day: str) -> DoneToday:
    row = connection.execute(_DONE, {"learner": learner, "today": day}).first()
    return DoneToday(row.new, row.reviews) if row else DoneToday()


@lru_cache(maxsize=8)
def _known(ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(ids)
