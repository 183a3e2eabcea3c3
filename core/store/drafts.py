"""Places and drafts: what is open and not yet given, so that a closed tab loses nothing. Does I/O."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from core.store.database import Database
from core.store.identity import learner_id, made_learner_id
from core.store.tables import drafts, keys, micros

MAX_CHARACTERS = 200_000


class Drafts:
    """Named texts of a learner: `quiz`, `quick-fire`, `interview` hold JSON of the page's own value."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, name: str) -> str | None:
        """What is kept under a name; None when nothing is."""
        query = select(drafts.c.value).join(keys, keys.c.learner_id == drafts.c.learner_id).where(keys.c.key == key)
        found: str | None = self._database.read(lambda c: c.scalar(query.where(drafts.c.name == name)))
        return found

    def put(self, key: str, name: str, value: str, now: datetime) -> None:
        """Keeps a text in the place of the one before.

        Raises:
            StoreError: it was not kept.
            ValueError: it is longer than 200,000 characters.
        """
        if len(value) > MAX_CHARACTERS:
            raise ValueError(f"a draft may have {MAX_CHARACTERS:,} characters; this one has {len(value):,}")

        def work(connection: Connection) -> None:
            learner = made_learner_id(self._database, connection, key, now)
            row = {"value": value, "at": micros(now)}
            query = self._database.insert(drafts).values(learner_id=learner, name=name, **row)
            connection.execute(query.on_conflict_do_update(index_elements=["learner_id", "name"], set_=row))

        self._database.write(work)

    def clear(self, key: str, name: str) -> None:
        """Forgets what is kept under a name."""

        def work(connection: Connection) -> None:
            learner = learner_id(connection, key)
            connection.execute(delete(drafts).where(drafts.c.learner_id == learner, drafts.c.name == name))

        self._database.write(work)
