"""Learners: known by the hash of their cookie, made on the first write, moved to another device by a code. Does I/O."""

import hashlib
from datetime import datetime, timedelta

from pydantic import ValidationError
from sqlalchemy import Connection, delete, insert, select, update

from core.quiz.settings import ReviewSettings
from core.store.database import Database
from core.store.identity import learner_id, made_learner_id
from core.store.log_rows import all_entries, merge_entries
from core.store.tables import codes, keys, learners, micros

CODE_LIVES = timedelta(minutes=10)


class Learners:
    """Settings, deletion, and the code for another device."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, key: str) -> bool:
        """Whether anything is kept for a key."""
        return self._database.read(lambda c: learner_id(c, key)) is not None

    def settings(self, key: str) -> ReviewSettings:
        """The learner's settings; the defaults when none were set, or when they are no longer valid."""
        return self.own_settings(key) or ReviewSettings()

    def own_settings(self, key: str) -> ReviewSettings | None:
        """The settings that the learner has; None when none were set, or when they are no longer valid."""
        query = select(learners.c.settings).join(keys).where(keys.c.key == key)
        kept = self._database.read(lambda c: c.scalar(query))
        try:
            return ReviewSettings.model_validate_json(kept) if kept else None
        except ValidationError:
            return None

    def set_settings(self, key: str, settings: ReviewSettings, now: datetime) -> None:
        """Keeps the learner's settings."""

        def work(connection: Connection) -> None:
            found = made_learner_id(self._database, connection, key, now)
            text = settings.model_dump_json()
            connection.execute(update(learners).where(learners.c.id == found).values(settings=text))

        self._database.write(work)

    def delete(self, key: str) -> bool:
        """Deletes everything that is kept of the learner, for all their devices; whether there was anything."""

        def work(connection: Connection) -> bool:
            found = learner_id(connection, key)
            if found is None:
                return False
            connection.execute(delete(learners).where(learners.c.id == found))
            return True

        return self._database.write(work)

    def offer_code(self, key: str, code: str, now: datetime) -> datetime:
        """Makes `code` good for one other device, for ten minutes; earlier codes of the learner end. Returns its end.

        What is kept is its hash. Take it from `core.web.codes.new_code`.
        """
        expires = now + CODE_LIVES

        def work(connection: Connection) -> None:
            found = made_learner_id(self._database, connection, key, now)
            stale = (codes.c.learner_id == found) | (codes.c.expires <= micros(now))
            connection.execute(delete(codes).where(stale))
            values = {"code": _hashed(code), "learner_id": found, "expires": micros(expires)}
            connection.execute(insert(codes).values(values))

        self._database.write(work)
        return expires

    def redeem_code(self, key: str, code: str, now: datetime) -> bool:
        """Lets the device of `key` go on as the learner who offered `code`; whether the code was good.

        The code is used up. What the device had of its own is put together with what the other learner has; the
        settings are the other's.
        """

        def work(connection: Connection) -> bool:
            good = (codes.c.code == _hashed(code)) & (codes.c.expires > micros(now))
            target = connection.scalar(select(codes.c.learner_id).where(good).with_for_update())
            own = learner_id(connection, key)
            if target is None:
                return False
            connection.execute(delete(codes).where(codes.c.code == _hashed(code)))
            if own == target:
                return True
            if own is not None:
                merge_entries(connection, target, all_entries(connection, own))
                connection.execute(update(keys).where(keys.c.learner_id == own).values(learner_id=target))
                connection.execute(delete(learners).where(learners.c.id == own))
            else:
                connection.execute(insert(keys).values(key=key, learner_id=target))
            return True

        return self._database.write(work)


def _hashed(code: str) -> str:
    plain = code.upper().replace("-", "").replace(" ", "")
    return hashlib.sha256(plain.encode()).hexdigest()
