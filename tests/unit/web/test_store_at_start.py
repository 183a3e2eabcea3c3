"""The store is opened when the server starts and closed when it stops; whoever starts it learns why it cannot be."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy.exc import DBAPIError

from core.store.errors import FULL, LOST, NOT_OPEN, StoreError
from core.web.process import own_store, try_store
from tests.browser.server import LOG, running_app

UNUSABLE = {
    "postgresql://me:my-password@127.0.0.1:1/base": "Connection refused",
    "postgresql://me:my-password@127.0.0.1:port/base": "The store cannot be opened.",
    "postgresql://me:@my-password@127.0.0.1:1/base": "DATABASE_URL has more than one “@”",
    "postgresql://me:half-of-it@my-password@127.0.0.1:1/base": "DATABASE_URL has more than one “@”",
    "mysql://me:my-password@127.0.0.1/base": "The store cannot be opened.",
    "sqlite:////proc/nowhere/learners.db": "unable to open database file",
    "sqlite:///{folder}/words.db": "file is not a database",
    "sqlite:///{folder}/newer.db": "The store was written by a newer version of LLM Ladder.",
}


def test_tables_are_there_before_the_first_visitor(tmp_path: Path) -> None:
    (tmp_path / "learners.db").touch()
    with running_app(LLM_LADDER_DATA=str(tmp_path)), closing(sqlite3.connect(tmp_path / "learners.db")) as opened:
        assert opened.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    assert "can keep nothing" not in (tmp_path / LOG).read_text(encoding="utf-8")


def test_stopped_server_leaves_no_log_of_its_database_in_which_something_deleted_may_stand(tmp_path: Path) -> None:
    (tmp_path / "learners.db").touch()
    with running_app(LLM_LADDER_DATA=str(tmp_path)):
        assert (tmp_path / "learners.db-wal").stat().st_size > 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["learners.db", LOG]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """What the start says of a store; `{folder}` holds one of a newer version and one that is none."""
    (tmp_path / "words.db").write_text("no database " * 100, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as newer, newer:
        newer.executescript("CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES (9)")
    monkeypatch.setattr("core.web.process._OPENED", [])

    def tell(url: str) -> str:
        monkeypatch.setenv("DATABASE_URL", url.format(folder=tmp_path))
        try_store()
        return capsys.readouterr().err

    return tell


@pytest.mark.parametrize(("url", "why"), UNUSABLE.items(), ids=range(len(UNUSABLE)))
def test_store_that_cannot_be_opened_is_told_without_its_password(
    url: str, why: str, told: Callable[[str], str]
) -> None:
    said = told(url)
    assert said.startswith("\nLLM Ladder starts, but can keep nothing yet: ") and why in said
    assert "Check DATABASE_URL and the folder of LLM_LADDER_DATA." in said and "my-password" not in said


def test_database_that_refuses_without_a_word_does_not_stop_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise StoreError(NOT_OPEN) from DBAPIError("SELECT 1", None, Exception())

    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1/base")
    monkeypatch.setattr("core.web.process.own_store", refuse)
    try_store()
    assert f"can keep nothing yet: {NOT_OPEN}" in capsys.readouterr().err


OPERATOR = {
    "mysql://me@127.0.0.1/base": "DATABASE_URL is sqlite:///path or postgresql://user:password@host/database.",
    "sqlite:///{folder}/newer.db": "Install that version, or name another store.",
}


@pytest.mark.parametrize(("url", "what"), OPERATOR.items(), ids=range(len(OPERATOR)))
def test_who_runs_the_server_is_not_sent_to_the_host(url: str, what: str, told: Callable[[str], str]) -> None:
    said = told(url)
    assert what in said and "host to" not in said


def test_full_disk_is_named_where_the_database_says_only_that_it_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise StoreError(FULL) from DBAPIError("SELECT 1", None, sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setenv("DATABASE_URL", "sqlite:///learners.db")
    monkeypatch.setattr("core.web.process.own_store", refuse)
    try_store()
    assert "can keep nothing yet: disk I/O error, as when the disk is full\n" in capsys.readouterr().err


def test_store_that_a_page_cannot_open_is_told_once_and_so_is_that_it_can_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("core.web.process._OPENED", [])
    monkeypatch.setattr("core.web.process._FAILED", [])
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none/learners.db")
    for _ in range(2):
        with pytest.raises(StoreError):
            own_store()
    assert capsys.readouterr().err.count("LLM Ladder can keep nothing: unable to open database file") == 1
    (tmp_path / "none").mkdir()
    for _ in range(2):
        store = own_store()
    store.close()
    assert capsys.readouterr().err == "\nLLM Ladder can keep answers and rooms again.\n"


def test_server_starts_without_its_store_and_says_so(tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path), DATABASE_URL="sqlite:////proc/nowhere/learners.db"):
        pass
    said = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "can keep nothing yet: unable to open database file" in said and "Traceback" not in said


def test_silent_database_is_waited_for_once_by_all_who_ask_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, tries = Barrier(5), []

    def silent(*_: object) -> None:
        tries.append(1)
        Event().wait(0.5)
        raise StoreError(LOST, passing=True)

    def ask() -> StoreError | None:
        asked.wait()
        try:
            own_store()
        except StoreError as error:
            return error
        return None

    for name in ("_OPENED", "_FAILED"):
        monkeypatch.setattr(f"core.web.process.{name}", [])
    monkeypatch.setattr("core.web.process.open_store", silent)
    with ThreadPoolExecutor(5) as people:
        told = [one.result() for one in [people.submit(ask) for _ in range(5)]]
    assert [(str(error), error.passing) for error in told if error] == [(LOST, True)] * 5
    assert len(tries) == 1
    with pytest.raises(StoreError):
        own_store()
    assert len(tries) == 2
