"""Brings the wake-ups of other processes to this one's hub: PostgreSQL's LISTEN, on a thread of its own. Does I/O."""

import logging
import threading
import time
from collections.abc import Callable

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import URL

from core.store.rooms import CHANNEL, LOUD
from core.web.hub import Hub

PAUSE_S = 0.5
_LOG = logging.getLogger(__name__)


def start_bridge(url: URL, hub: Hub, version_of: Callable[[str], int | None]) -> threading.Thread:
    """Starts the thread. After a lost connection it tells each room's version anew, since some may have been missed."""
    _, parts = url.get_dialect()().create_connect_args(url)  # read as the store reads it: libpq has rules of its own
    address = make_conninfo(**parts)
    thread = threading.Thread(target=_run, args=(address, hub, version_of), name="room-bridge", daemon=True)
    thread.start()
    return thread


def _run(address: str, hub: Hub, version_of: Callable[[str], int | None]) -> None:
    lost = False
    while True:
        try:
            # a line that was cut without a word, as when the database moves, counts as lost within a minute, not hours
            with psycopg.connect(
                address, autocommit=True, keepalives_idle=30, keepalives_interval=10, keepalives_count=3
            ) as connection:
                connection.execute(f"LISTEN {CHANNEL}".encode())
                if lost:
                    _LOG.warning("The connection that wakes rooms is back.")
                lost = False
                _listen(connection, hub, version_of)
        except psycopg.Error as error:
            if not lost:  # told once, however long the database is away
                _LOG.warning("The connection that wakes rooms was lost (%s); trying again.", type(error).__name__)
            lost = True
            time.sleep(PAUSE_S)


def _listen(connection: psycopg.Connection, hub: Hub, version_of: Callable[[str], int | None]) -> None:
    for code in hub.rooms():
        version = version_of(code)
        if version is not None:
            hub.tell(code, version)
    for notice in connection.notifies():
        code, version_text, loud = [*notice.payload.split(" "), "", ""][:3]
        if version_text.isdecimal():
            hub.tell(code, int(version_text), loud == LOUD)
