"""Migrations make the tables that the code names; servers may start together; newer data is refused."""

from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from core.store import migrate
from core.store.database import open_database
from core.store.errors import NEWER, NOT_OPEN, StoreError
from core.store.store import Store, open_store
from core.store.tables import METADATA


def test_migrated_tables_are_those_of_the_code(store: Store) -> None:
    with store.database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_servers_that_start_together_take_turns(url: str | None, tmp_path: Path) -> None:
    failures: list[Exception] = []

    def start() -> None:
        try:
            open_store(url, tmp_path / "data").close()
        except StoreError as error:
            failures.append(error)

    threads = [Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_app_may_stand_in_a_folder_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "100% ours #1" / "migrations"
    copytree(migrate._SCRIPTS, scripts)
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    open_store(None, tmp_path / "data").close()


def test_data_of_a_newer_version_is_refused(url: str | None, tmp_path: Path) -> None:
    database = open_database(url, tmp_path / "data")
    database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    database.close()
    with pytest.raises(StoreError, match=NEWER):
        open_database(url, tmp_path / "data")


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://host/base", "oracle+x://host", "postgresql://me@host:port/base", "sqlite://"]
)
def test_address_that_cannot_be_opened_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=NOT_OPEN):
        open_database(url, tmp_path)
