"""Each contract test runs on SQLite and on PostgreSQL, each time on a fresh database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.store.store import Store, open_store
from tests.postgres import new_database, postgres_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    with postgres_server() as server:
        yield server


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
