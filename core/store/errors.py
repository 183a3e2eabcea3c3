"""Errors of the store, worded for the person at the screen."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from core.language.text import marked


class StoreError(Exception):
    """Reading or writing failed; nothing is half written. The message is a sentence that says what to do next."""

    def __init__(self, sentence: str, *, passing: bool = False) -> None:
        super().__init__(sentence)
        self.passing = passing
        """Whether it may work when it is tried again."""


BUSY = marked("The store is busy. Your answer is still on the screen: try again in a moment.")
FULL = marked(
    "The server's disk is full, so nothing can be saved now. Your answer is still on the screen: tell the host."
)
READ_ONLY = marked("The store can be read but not written. Tell the host to check the permissions of the folder data.")
LOST = marked("The connection to the store was lost. Your answer is still on the screen: try again in a moment.")
DAMAGED = marked("The store's file is damaged. Tell the host to restore the last copy of it.")
NOT_OPEN = marked("The store cannot be opened. Tell the host to check DATABASE_URL and the folder data.")
NEWER = marked(
    "The store was written by a newer version of LLM Ladder. Tell the host to update, or to name another store."
)
PARTLY = marked("The import stopped before its end. Import the file again: what is here already is not added twice.")
UNKNOWN = marked("The store failed, and nothing was saved. Try again; if it fails again, tell the host.")

_SQLITE = {
    sqlite3.SQLITE_BUSY: (BUSY, True),
    sqlite3.SQLITE_LOCKED: (BUSY, True),
    sqlite3.SQLITE_FULL: (FULL, False),
    sqlite3.SQLITE_IOERR: (FULL, False),
    sqlite3.SQLITE_READONLY: (READ_ONLY, False),
    sqlite3.SQLITE_PERM: (READ_ONLY, False),
    sqlite3.SQLITE_CANTOPEN: (NOT_OPEN, False),
    sqlite3.SQLITE_CORRUPT: (DAMAGED, False),
    sqlite3.SQLITE_NOTADB: (DAMAGED, False),
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html, checked 2026-11: classes and codes
_POSTGRES = {
    "40": (BUSY, True),
    "55": (BUSY, True),
    "53": (FULL, False),
    "25": (READ_ONLY, False),
    "08": (LOST, True),
    "57": (LOST, True),
    "28": (NOT_OPEN, False),
    "3D": (NOT_OPEN, False),
    "42": (UNKNOWN, False),
}


def store_error(error: SQLAlchemyError) -> StoreError:
    """The sentence for what a database reported."""
    if isinstance(error, PoolTimeoutError):
        return StoreError(BUSY, passing=True)
    if not isinstance(error, DBAPIError):
        return StoreError(UNKNOWN)
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        sentence, passing = _SQLITE.get(code & 0xFF, (UNKNOWN, False))
        return StoreError(sentence, passing=passing)
    state = str(getattr(error.orig, "sqlstate", None) or "")
    if state[:2] in _POSTGRES:
        sentence, passing = _POSTGRES[state[:2]]
        return StoreError(sentence, passing=passing)
    if error.connection_invalidated or isinstance(error, OperationalError | InterfaceError):
        return StoreError(LOST, passing=True)
    return StoreError(UNKNOWN)
