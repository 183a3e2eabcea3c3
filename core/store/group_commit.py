"""Writers of one SQLite file: one after the other, and made safe together. Does I/O.

A commit waits for the disk, for milliseconds; that, and not the work, is what limits how many may write a second. Those
who come meanwhile then run one after the other in one transaction, each in a savepoint of its own, and the last of
them commits for all. Nobody goes on before their own work is safe.
"""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

MOST = 16
"""How many pieces of work one commit takes at most: otherwise the first of them might wait forever."""

T = TypeVar("T")


class _Batch:
    """One transaction of several writers; its commit waits for the disk if it is `lasting`."""

    def __init__(self, engine: Engine, lasting: bool) -> None:
        self._connection = engine.connect().execution_options(writes=True, lasting=lasting)
        self.lasting = lasting
        self._safe = threading.Event()
        self.size = 0
        self.lost = False
        self._failure: SQLAlchemyError | None = None
        with ExitStack() as unless_begun:
            unless_begun.callback(self._connection.close)
            self._connection.begin()
            unless_begun.pop_all()

    def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns; when it fails, what it wrote is taken back, and only that."""
        self.size += 1
        self._connection.exec_driver_sql("SAVEPOINT work")
        with ExitStack() as unless_done:
            unless_done.callback(self._take_back)
            found = work(self._connection)
            self._connection.exec_driver_sql("RELEASE work")
            unless_done.pop_all()
        return found

    def _take_back(self) -> None:
        """A full disk ends the transaction of everyone, and the savepoint with it."""
        try:
            self._connection.exec_driver_sql("ROLLBACK TO work")
            self._connection.exec_driver_sql("RELEASE work")
        except SQLAlchemyError:
            self.lost = True

    def end(self) -> None:
        """Commits, unless the transaction is lost, and lets everyone go on."""
        try:
            if not self.lost:
                self._connection.commit()
        except SQLAlchemyError as error:
            self._failure = error
        finally:
            self._connection.close()
            self._safe.set()

    def kept(self) -> bool:
        """Waits; returns whether everything is safe. If not, another writer's failure has undone it.

        Raises:
            SQLAlchemyError: the commit failed, and nothing was kept.
        """
        self._safe.wait()
        if self._failure is not None:
            raise self._failure
        return not self.lost


class GroupCommit:
    """The writers of an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = threading.Lock()
        self._count = threading.Lock()
        self.waiting = 0
        self._batch: _Batch | None = None

    def run(self, work: Callable[[Connection], T], lasting: bool) -> T:
        """What `work` returns, once what it wrote is safe: from a power cut if `lasting`, else from a killed process.

        Raises:
            SQLAlchemyError: nothing was written.
        """
        kept = False
        while not kept:
            self._wait(1)
            with self._turn:
                self._wait(-1)
                batch = self._batch = self._joined(lasting)
                try:
                    found = batch.run(work)
                finally:
                    if batch.lost or not self.waiting or batch.size >= MOST:
                        self._batch = None
                        batch.end()
            kept = batch.kept()
        return found

    def _joined(self, lasting: bool) -> _Batch:
        """The batch to join: the open one, or a new one if this work must reach the disk and the open one need not."""
        if self._batch and lasting and not self._batch.lasting:
            self._batch.end()
            self._batch = None
        return self._batch or _Batch(self._engine, lasting)

    def _wait(self, more: int) -> None:
        with self._count:
            self.waiting += more
