"""Learners: known by the hash of their cookie, made on the first write, moved to another device by a code. Does I/O."""

import hashlib
from datetime import datetime, timedelta
from typing import NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from core.quiz.settings import ReviewSettings
from core.store.database import Database
from core.store.identity import learner_id, lock, made_learner_id
from core.store.log_rows import add_entries, all_entries
from core.store.tables import cards, codes, drafts, entries, keys, learners, micros, moment

CODE_LIVES = timedelta(minutes=10)
_SETTINGS = select(learners.c.settings).join(keys).where(keys.c.key == bindparam("by_key"))


class Holdings(NamedTuple):
    """How much is kept about a learner: answers, cards, drafts, and the browsers known as them."""

    answers: int
    cards: int
    drafts: int
    browsers: int


class Learners:
    """Settings, deletion, and the code for another device."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, key: str) -> bool:
        """Whether anything is kept for a key."""
        return self._database.read(lambda c: learner_id(c, key)) is not None

    def settings(self, key: str, zone: str = "UTC") -> ReviewSettings:
        """The learner's settings; the defaults, in the time zone, when none were set, or when they are not valid."""
        return self.own_settings(key) or ReviewSettings(zone=zone)

    def own_settings(self, key: str) -> ReviewSettings | None:
        """The settings that the learner has; None when none were set, or when they are no longer valid."""
        kept = self._database.read(lambda c: c.scalar(_SETTINGS, {"by_key": key}))
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

    def holdings(self, key: str) -> Holdings:
        """What deleting would remove."""

        def work(connection: Connection) -> Holdings:
            found = learner_id(connection, key)
            queries = [
                select(func.count()).where(table.c.learner_id == found) for table in (entries, cards, drafts, keys)
            ]
            queries[0] = queries[0].where(entries.c.undoes.is_(None))
            return Holdings(*(connection.scalar(query) or 0 for query in queries))

        return self._database.read(work)

    def delete(self, key: str) -> bool:
        """Deletes everything about the learner, on all their devices; returns whether there was anything."""

        def work(connection: Connection) -> bool:
            found = learner_id(connection, key)
            if found is None:
                return False
            connection.execute(delete(learners).where(learners.c.id == found))
            return True

        return self._database.write(work)

    def offer_code(self, key: str, code: str, now: datetime) -> datetime:
        """Makes `code` valid for one other device for ten minutes, and earlier codes invalid; returns when it expires.

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

    def open_code_ends(self, key: str, now: datetime) -> datetime | None:
        """When the learner's open code expires; None when there is none, or it was used."""
        query = select(codes.c.expires).join(keys, keys.c.learner_id == codes.c.learner_id).where(keys.c.key == key)
        found = self._database.read(lambda c: c.scalar(query.where(codes.c.expires > micros(now))))
        return moment(found) if found is not None else None

    def redeem_code(self, key: str, code: str, now: datetime, fresh_key: str | None = None) -> bool:
        """Lets the device of `key` continue as the learner who offered `code`; returns whether the code was valid.

        The code is used up. What the device had of its own is put together with what the other learner has; settings
        that both have set, and a draft that both have, are the other's. `fresh_key` is a further key of the device:
        that of the cookie that it gets, while its open tabs go on with the one before.
        """

        def work(connection: Connection) -> bool:
            good = (codes.c.code == _hashed(code)) & (codes.c.expires > micros(now))
            target = connection.scalar(select(codes.c.learner_id).where(good).with_for_update())
            if target is None:
                return False
            connection.execute(delete(codes).where(codes.c.code == _hashed(code)))
            own = learner_id(connection, key)
            if own is None:
                connection.execute(insert(keys).values(key=key, learner_id=target))
            elif own != target:
                lock(self._database, connection, own, target)  # an answer that another tab is giving comes along
                _join(self._database, connection, own, target)
            if fresh_key:
                connection.execute(insert(keys).values(key=fresh_key, learner_id=target))
            return True

        return self._database.write(work)


def _join(database: Database, connection: Connection, own: int, target: int) -> None:
    """Moves all that one learner has to another, and ends the one."""
    add_entries(database, connection, target, all_entries(connection, own))
    there = select(drafts.c.name).where(drafts.c.learner_id == target)
    mine = update(drafts).where(drafts.c.learner_id == own, drafts.c.name.not_in(there))
    connection.execute(mine.values(learner_id=target))
    settings = connection.scalar(select(learners.c.settings).where(learners.c.id == own))
    unset = update(learners).where(learners.c.id == target, learners.c.settings.is_(None))
    connection.execute(unset.values(settings=settings))
    connection.execute(update(keys).where(keys.c.learner_id == own).values(learner_id=target))
    connection.execute(delete(learners).where(learners.c.id == own))


def _hashed(code: str) -> str:
    plain = code.upper().replace("-", "").replace(" ", "")
    return hashlib.sha256(plain.encode()).hexdigest()
