"""Drafts: what a learner has open and has not submitted yet, so that a closed tab loses nothing. Does I/O."""

from datetime import datetime

from sqlalchemy import Connection, Executable, bindparam, delete, select

from core.store.database import Database, Insert
from core.store.identity import learner_id, made_learner_id
from core.store.tables import drafts, keys, micros

MAX_CHARACTERS = 200_000
_ONE = (
    select(drafts.c.value)
    .join(keys, keys.c.learner_id == drafts.c.learner_id)
    .where(keys.c.key == bindparam("by_key"), drafts.c.name == bindparam("by_name"))
)


def _put(insert: Insert) -> Executable:
    query = insert(drafts)
    new = {"value": query.excluded.value, "at": query.excluded.at}
    return query.on_conflict_do_update(index_elements=["learner_id", "name"], set_=new)


class Drafts:
    """Named texts of a learner, such as `drill`, `interview` and `tour`; most are the JSON of a value of their page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, name: str) -> str | None:
        """What is kept under a name; None when nothing is."""
        found: str | None = self._database.read(lambda c: c.scalar(_ONE, {"by_key": key, "by_name": name}))
        return found

    def all(self, key: str) -> dict[str, str]:
        """Everything that is kept, by name."""
        query = select(drafts.c.name, drafts.c.value).join(keys, keys.c.learner_id == drafts.c.learner_id)
        rows = self._database.read(lambda c: c.execute(query.where(keys.c.key == key).order_by(drafts.c.name)).all())
        return {row.name: row.value for row in rows}

    def put(self, key: str, name: str, value: str, now: datetime, lasting: bool = True) -> None:
        """Keeps a text in the place of the one before.

        Args:
            lasting: whether it must outlive a power cut, as an answer must; else a killed process is enough.

        Raises:
            StoreError: it was not kept.
            ValueError: it is longer than 200,000 characters.
        """
        if len(value) > MAX_CHARACTERS:
            raise ValueError(f"a draft may have {MAX_CHARACTERS:,} characters; this one has {len(value):,}")

        def work(connection: Connection) -> None:
            learner = made_learner_id(self._database, connection, key, now)
            row = {"learner_id": learner, "name": name, "value": value, "at": micros(now)}
            connection.execute(self._database.made(_put), row)

        self._database.write(work, lasting)

    def clear(self, key: str, name: str) -> None:
        """Forgets what is kept under a name."""

        def work(connection: Connection) -> None:
            learner = learner_id(connection, key)
            connection.execute(delete(drafts).where(drafts.c.learner_id == learner, drafts.c.name == name))

        self._database.write(work)
