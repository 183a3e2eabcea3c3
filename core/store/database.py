"""One database, SQLite or PostgreSQL: opening, migrating, transactions that are tried again. Does I/O.

SQLite runs with WAL, so that readers never wait for the writer; with `synchronous=FULL`, so that an answer that was
acknowledged outlives a power cut; and with a busy timeout of 3 seconds. Where somebody is, which step or card, is
written with NORMAL: it outlives a killed process. Writers of a process take turns and share commits: `group_commit`.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from core.store.errors import NOT_OPEN, StoreError, store_error
from core.store.group_commit import GroupCommit
from core.store.migrate import migrate

SQLITE_FILE = "learners.db"
BUSY_TIMEOUT_MS = 3_000
CONNECT_TIMEOUT_S = 3
"""How long a PostgreSQL server may take to answer at all, unless DATABASE_URL says otherwise."""
TRIES = 3
PAUSE_S = 0.05

_LOG = logging.getLogger(__name__)

T = TypeVar("T")
Insert = Callable[[Table], "sqlite.Insert | postgresql.Insert"]
"""Begins an insert that knows what to do on a conflict, in the database's own dialect."""


class Database:
    """Runs work in transactions; work that fails for a temporary reason is tried again, so all work may run twice."""

    def __init__(self, engine: Engine, *, pause_s: float = PAUSE_S) -> None:
        self.engine = engine
        self._pause_s = pause_s
        self.writers = GroupCommit(engine) if self.is_sqlite else None
        self._here = threading.local()
        self._failing: set[str] = set()
        """What fails now, reading or writing: whoever runs the server is told when it begins and when it ends."""
        self._made: dict[Callable[[Insert], Executable], Executable] = {}

    @property
    def is_sqlite(self) -> bool:
        """Whether it is SQLite; else it is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, in one read-only transaction.

        Raises:
            StoreError: the database cannot be read.
        """
        open_already: Connection | None = getattr(self._here, "connection", None)
        return work(open_already) if open_already else self._told("read", lambda: self._read(work))

    def write(self, work: Callable[[Connection], T], lasting: bool = True) -> T:
        """What `work` returns, once everything it wrote is safe; if it fails, nothing was written.

        Args:
            lasting: SQLite waits for the disk, so that it outlives a power cut; else it outlives a killed process.

        Raises:
            StoreError: nothing was written.
        """
        open_already: Connection | None = getattr(self._here, "connection", None)
        if open_already:
            return work(open_already)
        writers = self.writers
        if writers is None:
            return self._told("written", lambda: self._write(work))
        return self._told("written", lambda: writers.run(lambda connection: self._run(work, connection), lasting))

    def together(self, work: Callable[[], T]) -> T:
        """What `work` returns, once everything it wrote by further calls is safe; if it fails, nothing was written.

        What it reads and writes in this thread is one transaction, and one wait for the disk. It may run twice.

        Raises:
            StoreError: nothing was written.
        """
        return self.write(lambda _: work())

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self.engine.connect().execution_options(writes=False) as connection, connection.begin():
            return work(connection)

    def _write(self, work: Callable[[Connection], T]) -> T:
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            return self._run(work, connection)

    def _run(self, work: Callable[[Connection], T], connection: Connection) -> T:
        self._here.connection = connection
        try:
            return work(connection)
        finally:
            self._here.connection = None

    def _told(self, what: str, attempt: Callable[[], T]) -> T:
        try:
            done = self._try(attempt)
        except StoreError as error:
            if what not in self._failing:
                _LOG.warning("The store cannot be %s: %s", what, error)
            self._failing.add(what)
            raise
        if what in self._failing:
            self._failing.discard(what)
            _LOG.warning("The store can be %s again.", what)
        return done

    def _try(self, attempt: Callable[[], T]) -> T:
        for number in range(1, TRIES + 1):
            try:
                return attempt()
            except SQLAlchemyError as error:
                failure = store_error(error)
                if not failure.passing or number == TRIES:
                    raise failure from error
                time.sleep(self._pause_s * 2**number)
        raise AssertionError("the last try returns or raises")

    def made(self, build: Callable[[Insert], Executable]) -> Executable:
        """A statement that is built once, since building one takes three times as long as running it."""
        if build not in self._made:
            self._made[build] = build(self.insert)
        return self._made[build]

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert with `on_conflict` in the database's own dialect."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()


def open_database(url: str | None, directory: Path) -> Database:
    """The database of a URL, else the SQLite file in `directory`, with its tables migrated.

    Raises:
        StoreError: it cannot be opened, or a newer version wrote it.
    """
    try:
        parsed = make_url(url) if url else URL.create("sqlite", database=str(directory / SQLITE_FILE))
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite":
            _private_file(parsed, make_folder=not url)
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgres(parsed)
    except (ArgumentError, ModuleNotFoundError, TypeError, ValueError) as error:  # of what it is kept in, of a port
        raise StoreError(NOT_OPEN) from error
    try:
        migrate(engine)
    except StoreError:
        engine.dispose()
        raise
    return Database(engine)


def _private_file(url: URL, *, make_folder: bool) -> None:
    """Makes a new database's file readable by its owner alone, as SQLite then makes the files beside it."""
    named = url.database or ":memory:"
    if named == ":memory:" or named.startswith("file:"):
        return
    path = Path(named)
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.is_dir() and not path.exists():  # else SQLite says what is wrong
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(NOT_OPEN) from error


def _postgres(url: URL) -> Engine:
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(CONNECT_TIMEOUT_S)})
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=10, pool_timeout=10)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True, pool_size=20, max_overflow=20, pool_timeout=10)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes", True):
            connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('lasting', True) else 'NORMAL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", True) else "BEGIN")

    return engine
