"""The row of a learner, found or made by the hash of the cookie. Does I/O."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from core.store.database import Database
from core.store.tables import keys, learners, micros

_BY_KEY = select(keys.c.learner_id).where(keys.c.key == bindparam("by_key"))
_LOCKED = (
    select(learners.c.id)
    .where(learners.c.id.in_(bindparam("learners", expanding=True)))
    .order_by(learners.c.id)  # in one order everywhere, so that none waits for another's
    .with_for_update()
)


def learner_id(connection: Connection, key: str | None) -> int | None:
    """The row of a learner's key; None when nothing was ever written for it."""
    if not key:
        return None
    found: int | None = connection.scalar(_BY_KEY, {"by_key": key})
    return found


def locked_learner_id(database: Database, connection: Connection, key: str) -> int | None:
    """The row of a learner's key, locked until the transaction ends; None when nothing was ever written for it."""
    found = learner_id(connection, key)
    if found is None or lock(database, connection, found):
        return found
    # while this one waited they were deleted, or put together with the learner of another device
    return locked_learner_id(database, connection, key)


def made_learner_id(database: Database, connection: Connection, key: str, now: datetime) -> int:
    """The row of a learner's key, made if it is not there; it is locked until the transaction ends."""
    found = locked_learner_id(database, connection, key)
    if found is not None:
        return found
    row = connection.execute(insert(learners).values(tag=key[:12], created=micros(now))).inserted_primary_key
    made = int(row[0]) if row else 0
    claim = database.insert(keys).values(key=key, learner_id=made).on_conflict_do_nothing().returning(keys.c.key)
    if connection.scalar(claim) is not None:
        return made
    connection.execute(delete(learners).where(learners.c.id == made))  # another tab was first
    return made_learner_id(database, connection, key, now)


def lock(database: Database, connection: Connection, *learner_ids: int) -> bool:
    """Waits for whoever writes for these learners, and keeps others waiting until the transaction ends.

    Whether all of them are still there.
    """
    if database.is_sqlite:  # which lets in one writer at a time anyway
        return True
    return len(connection.execute(_LOCKED, {"learners": learner_ids}).all()) == len(learner_ids)
