"""The row of a learner, found or made by the hash of the cookie. Does I/O."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from core.store.database import Database
from core.store.tables import keys, learners, micros


def learner_id(connection: Connection, key: str | None) -> int | None:
    """The row of a learner's key; None when nothing was ever written for it."""
    if not key:
        return None
    found: int | None = connection.scalar(select(keys.c.learner_id).where(keys.c.key == key))
    return found


def made_learner_id(database: Database, connection: Connection, key: str, now: datetime) -> int:
    """The row of a learner's key, made if it is not there; it is locked until the transaction ends."""
    found = learner_id(connection, key)
    if found is None:
        values = {"tag": key[:12], "created": micros(now)}
        made = connection.execute(insert(learners).values(values)).inserted_primary_key
        found = int(made[0]) if made else 0
        claim = database.insert(keys).values(key=key, learner_id=found).on_conflict_do_nothing().returning(keys.c.key)
        if connection.scalar(claim) is None:  # another tab was first
            connection.execute(delete(learners).where(learners.c.id == found))
            found = int(connection.scalars(select(keys.c.learner_id).where(keys.c.key == key)).one())
    connection.execute(select(learners.c.id).where(learners.c.id == found).with_for_update())
    return found
