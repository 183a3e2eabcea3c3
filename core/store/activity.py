"""Answers by day, from which the streak and the days of practice are counted. Does I/O."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from core.store.database import Database
from core.store.tables import days, keys


class DayActivity(NamedTuple):
    """One of the learner's days: the number of all answers, of first reviews and of later ones."""

    day: date
    answers: int
    new: int
    reviews: int


class Activity:
    """What was done on which day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, key: str, first: date) -> tuple[DayActivity, ...]:
        """The days with an answer from `first` on, in order."""
        query = select(days).join(keys, keys.c.learner_id == days.c.learner_id).where(keys.c.key == key)
        query = query.where(days.c.day >= first.isoformat(), days.c.answers > 0).order_by(days.c.day)
        rows = self._database.read(lambda c: c.execute(query).all())
        return tuple(DayActivity(date.fromisoformat(row.day), row.answers, row.new, row.reviews) for row in rows)
