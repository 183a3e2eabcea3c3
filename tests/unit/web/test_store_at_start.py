"""The store is opened when the server starts, and whoever started it learns why it cannot be."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from core.store.errors import NOT_OPEN, StoreError
from core.web.process import try_store
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


@pytest.mark.parametrize(("url", "why"), UNUSABLE.items(), ids=range(len(UNUSABLE)))
def test_store_that_cannot_be_opened_is_told_without_its_password(
    url: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words.db").write_text("no database " * 100, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as newer, newer:
        newer.executescript("CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES (9)")
    monkeypatch.setattr("core.web.process._OPENED", [])
    monkeypatch.setenv("DATABASE_URL", url.format(folder=tmp_path))
    try_store()
    said = capsys.readouterr().err
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


def test_server_starts_without_its_store_and_says_so(tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path), DATABASE_URL="sqlite:////proc/nowhere/learners.db"):
        pass
    said = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "can keep nothing yet: unable to open database file" in said and "Traceback" not in said
