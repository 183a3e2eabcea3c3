"""When the process is killed, the disk full or the database away, nothing acknowledged is lost or half written."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from core.quiz.scheduling import replay
from core.store import database as database_module
from core.store.errors import BUSY, DAMAGED, FULL, NOT_OPEN, READ_ONLY, StoreError
from core.store.store import Store, open_store
from tests.architecture.source import ROOT
from tests.postgres import new_database
from tests.unit.quiz.moments import START, answered, later
from tests.unit.store.counts import ANNA, rows


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy database is waited for shortly."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 50)


@pytest.fixture
def local(quick: None, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite with one answer in it."""
    opened = open_store(None, tmp_path)
    opened.log.append(ANNA, answered(0, "x"))
    yield opened
    opened.close()


def test_kill_at_any_moment_loses_no_acknowledged_answer(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for round_number in range(8):
        command = [sys.executable, "-m", "tests.unit.store.writer", str(tmp_path), str(len(acknowledged))]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            acknowledged.append(writer.stdout.readline().strip())
            time.sleep(0.013 * round_number)
            writer.kill()
            acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
        store = open_store(None, tmp_path)
        log = store.log.entries(ANNA)
        kept = [entry.id for entry in log]
        assert set(acknowledged) <= set(kept)
        assert len(kept) == len(set(kept)) <= len(acknowledged) + round_number + 1
        assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(log)
        store.close()
    assert len(acknowledged) > 8


def test_two_processes_that_say_the_same_count_it_once(tmp_path: Path) -> None:
    open_store(None, tmp_path).close()
    command = [sys.executable, "-m", "tests.unit.store.writer", str(tmp_path), "0"]
    writers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for writer in writers:
        assert writer.stdout
        for _ in range(40):
            writer.stdout.readline()
    for writer in writers:
        writer.kill()
        writer.communicate()
    store = open_store(None, tmp_path)
    log = store.log.entries(ANNA)
    assert len({entry.id for entry in log}) == len(log) >= 40
    assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(log)
    store.close()


def hold(store: Store) -> Any:
    """A writer that does not come to its end."""
    connection = store.database.engine.connect().execution_options(writes=True)
    connection.begin()
    return connection


def test_locked_database_is_said_and_a_retry_works(local: Store) -> None:
    holder = hold(local)
    with pytest.raises(StoreError, match=BUSY) as busy:
        local.log.append(ANNA, answered(1, "x"))
    assert busy.value.passing
    assert len(local.log.entries(ANNA)) == 1, "reading goes on beside a writer"
    holder.close()
    assert local.log.append(ANNA, answered(1, "x")).counted


def test_lock_that_ends_soon_is_waited_for(local: Store) -> None:
    holder = hold(local)
    Timer(0.12, holder.connection.rollback).start()
    assert local.log.append(ANNA, answered(1, "x")).counted
    holder.close()


def test_store_that_can_only_be_read_shows_what_it_has(local: Store, tmp_path: Path) -> None:
    local.close()
    store = open_store(f"sqlite:///file:{tmp_path / 'learners.db'}?mode=ro&uri=true", tmp_path)
    assert len(store.log.entries(ANNA)) == 1
    assert store.cards.card(ANNA, "x")
    with pytest.raises(StoreError, match=READ_ONLY):
        store.log.append(ANNA, answered(1, "y"))
    store.close()


def test_full_disk_is_said_and_nothing_is_half_written(local: Store) -> None:
    local.close()

    @event.listens_for(local.database.engine, "connect")
    def _small(connection: Any, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 2}")

    number = 0
    with pytest.raises(StoreError, match=FULL):
        for number in range(1, 5_000):
            local.log.append(ANNA, answered(number, f"x{number}", at=later(minutes=number)))
    log = local.log.entries(ANNA)
    assert [entry.id for entry in log] == [f"a{n}" for n in range(number)]
    assert {card.item_id: card for card in local.cards.all(ANNA)} == replay(log)


def test_full_disk_is_told_in_the_log_once_and_that_it_is_over(
    local: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise DBAPIError("INSERT", None, error)

    monkeypatch.setattr("core.store.answer_log.put_card", full)
    for number in range(1, 4):
        with pytest.raises(StoreError, match=FULL):
            local.log.append(ANNA, answered(number, "my private answer"))
        assert local.log.entries(ANNA)
    monkeypatch.undo()
    local.log.append(ANNA, answered(4, "y"))
    local.log.append(ANNA, answered(5, "z"))
    assert caplog.messages == [f"The store cannot be written: {FULL}", "The store can be written again."]


def test_failure_in_the_middle_takes_everything_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.log.append(ANNA, answered(0, "x"))
    before = rows(store)

    def fail(*_: object) -> None:
        raise KeyError("in the middle")

    monkeypatch.setattr("core.store.answer_log.put_card", fail)
    with pytest.raises(KeyError):
        store.log.append(ANNA, answered(1, "y"))
    monkeypatch.undo()
    assert rows(store) == before
    assert store.log.append(ANNA, answered(1, "y")).counted


@pytest.mark.parametrize("data", [b"this is no database" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_damaged_file_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "learners.db").write_bytes(data)
    with pytest.raises(StoreError, match=f"{DAMAGED}|{NOT_OPEN}"):
        open_store(None, tmp_path)


def test_lost_connection_is_taken_up_again(postgres: Any, tmp_path: Path) -> None:
    store = open_store(new_database(postgres).render_as_string(hide_password=False), tmp_path)
    store.log.append(ANNA, answered(0, "x"))
    end_others = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    with store.database.engine.connect() as one:
        one.execute(end_others)
    assert store.log.append(ANNA, answered(1, "x")).counted
    store.close()


def test_connection_lost_in_the_middle_is_tried_again_and_counts_once(postgres: Any, tmp_path: Path) -> None:
    store = open_store(new_database(postgres).render_as_string(hide_password=False), tmp_path)
    tries: list[int] = []

    def work(connection: Connection) -> int:
        tries.append(1)
        connection.execute(text("CREATE TABLE IF NOT EXISTS marks (n int)"))
        connection.execute(text("INSERT INTO marks VALUES (1)"))
        if len(tries) == 1:
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return connection.scalar(text("SELECT count(*) FROM marks")) or 0

    assert store.database.write(work) == 1
    assert len(tries) == 2
    store.close()


def test_database_that_is_not_there_is_said(quick: None, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(f"postgresql://nobody@/none?host={tmp_path}", tmp_path)


def test_clock_that_goes_back_years_keeps_log_and_cards_together(store: Store) -> None:
    for number, at in enumerate((START, later(days=-2000), later(days=1), later(days=-1))):
        store.log.append(ANNA, answered(number, "x", at=at))
    assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(store.log.entries(ANNA))
    assert [entry.id for entry in store.log.recent(ANNA)] == ["a0", "a1", "a2", "a3"]
    last = store.log.undo(ANNA, START)
    assert last
    assert last.id == "a3"
