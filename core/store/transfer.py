"""Exports everything about a learner to a file, and imports one. Does I/O."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from core.export.learner_json import ImportPreview, LearnerFile, learner_json, preview_import
from core.store.answer_log import AnswerLog
from core.store.database import Database
from core.store.drafts import Drafts
from core.store.identity import made_learner_id
from core.store.learners import Learners
from core.store.merging import told_as_partly
from core.store.tables import drafts, learners, micros


class Transfer:
    """Export, preview and import. Importing a file twice changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._log, self._learners, self._drafts = AnswerLog(database), Learners(database), Drafts(database)

    def export(self, key: str, now: datetime, zone: str = "UTC") -> str:
        """The learner's file: log, settings, drafts. `zone` is the browser's, where the learner has set none."""
        return learner_json(self._log.entries(key), self._learners.settings(key, zone), self._drafts.all(key), now)

    def preview(self, key: str, file: LearnerFile, items: Collection[str], zone: str = "UTC") -> ImportPreview:
        """What importing a file would change; `items` are the ids of the bank, `zone` is as for `export`."""
        known = self._log.known(key, (record.id for record in file.entries))
        return preview_import(file, known, self._learners.settings(key, zone), items, self._drafts.all(key))

    def take(self, key: str, file: LearnerFile, now: datetime, *, settings: bool = False) -> int:
        """Imports a file; returns how many entries were new.

        Its settings are taken when `settings` says so, or when the learner has none of their own; a draft when none
        is open under its name.

        Raises:
            StoreError: nothing was imported, or, as its sentence then says, not all; another call takes the rest.
        """
        added = self._log.merge(key, file.log, now)

        def work(connection: Connection) -> None:
            learner = made_learner_id(self._database, connection, key, now)
            mine = connection.scalar(select(learners.c.settings).where(learners.c.id == learner))
            if settings or mine is None:
                text = file.settings.model_dump_json()
                connection.execute(update(learners).where(learners.c.id == learner).values(settings=text))
            for name, value in file.drafts.items():
                row = {"learner_id": learner, "name": name, "value": value, "at": micros(now)}
                connection.execute(self._database.insert(drafts).values(row).on_conflict_do_nothing())

        with told_as_partly(added):
            self._database.write(work)
        return added
