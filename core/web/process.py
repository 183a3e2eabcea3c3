"""What a process has once and all visitors share. Does I/O on first use.

The store, the hub that wakes rooms, how often one may act or try a room's code, the secret that signs cookies, and
which files of the content it has seen.
"""

import os
import sys
import threading
from datetime import datetime

from sqlalchemy.exc import DBAPIError

from core.content.loader import content_directory
from core.store.database import SQLITE_FILE
from core.store.errors import NEWER, NOT_OPEN, StoreError
from core.store.store import Store, data_directory, open_store
from core.web.act_limit import ActLimit
from core.web.cookie import SECRET_FILE, read_or_make_secret
from core.web.editions import Editions
from core.web.guess_limit import A_BROWSER, ROOM_AN_ADDRESS, ROOM_OVERALL, GuessLimit, source_of
from core.web.hub import Hub
from core.web.room_bridge import start_bridge

HUB = Hub()
ACTS = ActLimit()
EDITIONS = Editions(content_directory())
_GUESSES = GuessLimit(ROOM_OVERALL)
_GUESSING, _OPENING = threading.Lock(), threading.Lock()
_OPENED: list[Store] = []
_FAILED: list[StoreError] = []
"""How the last try to open the store ended, unless it is open."""
_STARTING = threading.Event()
"""Whether the server is starting, which reports a missing store itself."""
_NO_FOLDER = """
LLM Ladder does not start: it can keep nothing in {} ({}).
Name a folder that it may write with LLM_LADDER_DATA, and start again."""
_NO_SECRET = """
LLM Ladder does not start: {} does not hold the secret that signs cookies.
Put it back from a backup, or move it away: a new one is made, and every learner is then a stranger."""
_NO_STORE = """
LLM Ladder {}: {}
Check DATABASE_URL and the folder of LLM_LADDER_DATA. It tries again whenever a page needs its store.
"""
_AT_START, _LATER = "starts, but can keep nothing yet", "can keep nothing"
_AGAIN = "\nLLM Ladder can keep answers and rooms again.\n"
_TO_THE_OPERATOR = {
    NOT_OPEN: "The store cannot be opened. DATABASE_URL is sqlite:///path or postgresql://user:password@host/database.",
    NEWER: "The store was written by a newer version of LLM Ladder. Install that version, or name another store.",
    "disk I/O error": "disk I/O error, as when the disk is full",
}
"""What visitors are told, or a database says in few words, as whoever runs the server needs it."""
_UNESCAPED = "DATABASE_URL has more than one “@”; write one in the name or the password as %40."


def own_secret() -> str:
    """The secret that signs cookies: from the environment, else the one kept beside the store.

    Raises:
        SystemExit: it cannot be kept there, or what is there is none; the server must not start.
    """
    try:
        return read_or_make_secret(os.environ.get("LLM_LADDER_SECRET"), data_directory())
    except OSError as error:
        raise SystemExit(_NO_FOLDER.format(data_directory(), error.strerror)) from error
    except UnicodeDecodeError as error:
        raise SystemExit(_NO_SECRET.format(data_directory() / SECRET_FILE)) from error


def may_try_code(learner: str, address: str, now: datetime) -> bool:
    """Whether a browser may try one more room code; it counts unless `code_was_right`."""
    with _GUESSING:
        return _GUESSES.admits({learner: A_BROWSER, source_of(address): ROOM_AN_ADDRESS}, now)


def code_was_right(learner: str) -> None:
    """Forgets the guess that a browser just made."""
    with _GUESSING:
        _GUESSES.take_back(learner)


def own_store() -> Store:
    """The learners' store, opened on the first call; its rooms wake this process's hub.

    Whoever runs the server is told when it cannot be opened, and when it can again. A database that is silent until
    the connection times out is waited for once by all who ask meanwhile, not by one after the other.

    Raises:
        StoreError: it cannot be opened; the next call tries again.
    """
    before = _FAILED[:]
    with _OPENING:
        if not _OPENED:
            if _FAILED and before != _FAILED:
                raise _another(_FAILED[0])
            try:
                _OPENED.append(_opened())
            except StoreError as error:
                if not (_STARTING.is_set() or _FAILED):
                    sys.stderr.write(_NO_STORE.format(_LATER, _reported(error)))
                _FAILED[:] = [_another(error)]
                raise
            if _FAILED:
                sys.stderr.write(_AGAIN)
            _FAILED.clear()
        return _OPENED[0]


def try_store() -> None:
    """Opens the store when the server starts, which brings its tables up to date; a first one is made when needed.

    When that fails, whoever started the server is told why: pages tell their visitors only that it did.
    """
    if not os.environ.get("DATABASE_URL") and not (data_directory() / SQLITE_FILE).exists():
        return
    _STARTING.set()
    try:
        own_store()
    except StoreError as error:
        sys.stderr.write(_NO_STORE.format(_AT_START, _reported(error)))
    finally:
        _STARTING.clear()


def close_store() -> None:
    """Closes the store, if it was opened: SQLite then empties its log, in which bytes of a deletion may stand."""
    with _OPENING:
        while _OPENED:
            _OPENED.pop().close()


def _another(error: StoreError) -> StoreError:
    """One that says the same: who keeps or raises a raised one keeps all that it was raised among."""
    return StoreError(str(error), passing=error.passing)


def _reported(error: StoreError) -> str:
    """What the database said, in one line; not where part of the password was taken for the host and stands in it."""
    url = os.environ.get("DATABASE_URL", "")
    if url.count("@") > 1 and not url.startswith("sqlite"):
        return _UNESCAPED
    cause = error.__cause__
    if isinstance(cause, DBAPIError):
        reported = str(cause.orig or "").strip().partition("\n")[0]
        return _TO_THE_OPERATOR.get(reported, reported) or str(error)
    return (isinstance(cause, OSError) and cause.strerror) or _TO_THE_OPERATOR.get(str(error), str(error))


def _opened() -> Store:
    store = open_store(os.environ.get("DATABASE_URL"), data_directory())
    store.rooms.told = HUB.tell
    if not store.database.is_sqlite:
        start_bridge(store.database.engine.url, HUB, lambda code: _version(store, code))
    return store


def _version(store: Store, code: str) -> int | None:
    try:
        room = store.rooms.find(code)
    except StoreError:
        return None
    return room.version if room else None
