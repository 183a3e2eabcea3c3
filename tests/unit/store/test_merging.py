"""A long log comes in many short transactions: others answer in between, and after each one everything fits."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import event, func, select

from core.quiz.answers import Rating
from core.quiz.log import Answered, LogEntry, Mode, Undone
from core.quiz.scheduling import replay
from core.store.errors import FULL, PARTLY, StoreError
from core.store.log_rows import add_entries
from core.store.store import Store, open_store
from core.store.tables import entries, keys
from tests.architecture.source import ROOT
from tests.unit.quiz.moments import MONDAY, PLAIN, START, answered, later
from tests.unit.store.counts import ANNA, BEN, rows
from tests.unit.store.importer import LOG

SMALL = 5
"""Entries of a transaction here."""


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.merging.MOST", SMALL)


@pytest.fixture
def before_part(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any], object]], None]:
    """Has something done in each transaction of an import, before its entries are added."""

    def put(act: Callable[[Any], object]) -> None:
        def watched(database: Any, connection: Any, *rest: Any) -> int:
            act(connection)
            return add_entries(database, connection, *rest)

        monkeypatch.setattr("core.store.merging.add_entries", watched)

    return put


def everything(store: Store, key: str) -> object:
    days = store.activity.since(key, MONDAY - timedelta(days=999))
    return store.log.entries(key), store.cards.all(key), store.cards.recalls(key), days


def fits(store: Store, key: str) -> bool:
    """Whether all that is derived is what the log gives."""
    kept = everything(store, key)
    store.log.rebuild(key)
    cards = {card.item_id: card for card in store.cards.all(key)}
    return cards == replay(store.log.entries(key)) and everything(store, key) == kept


def test_somebody_else_answers_between_the_parts(
    tmp_path: Path, before_part: Callable[[Callable[[Any], object]], None]
) -> None:
    store = open_store(None, tmp_path)
    writers = store.database.writers
    other = Thread(target=lambda: store.log.append(BEN, answered(1, "y")))
    count = select(func.count()).select_from(entries.join(keys, keys.c.learner_id == entries.c.learner_id))
    seen: list[int] = []

    def let_in(connection: Any) -> None:
        seen.append(connection.scalar(count.where(keys.c.key == BEN)))
        if len(seen) == 1:
            other.start()
            while writers and not writers.waiting:
                Event().wait(0.001)

    before_part(let_in)
    assert store.log.merge(ANNA, LOG, START) == len(LOG)
    other.join()
    assert seen == [0] + [1] * (len(seen) - 1)
    assert len(seen) >= len(LOG) // SMALL
    assert store.log.entries(ANNA) == LOG
    assert fits(store, ANNA) and fits(store, BEN)
    store.close()


def test_part_that_fails_leaves_what_came_before_it_and_says_so(
    store: Store, before_part: Callable[[Callable[[Any], object]], None]
) -> None:
    parts: list[int] = []

    def fail_third(_: Any) -> None:
        parts.append(1)
        if len(parts) == 3:
            raise StoreError(FULL)

    before_part(fail_third)
    with pytest.raises(StoreError, match=PARTLY):
        store.log.merge(ANNA, LOG, START)
    there = len(store.log.entries(ANNA))
    assert 0 < there < len(LOG)
    assert fits(store, ANNA)
    assert store.log.merge(ANNA, LOG, START) == len(LOG) - there
    assert set(store.log.entries(ANNA)) == set(LOG)
    assert fits(store, ANNA)


def test_first_part_that_fails_leaves_nothing_and_says_why(
    store: Store, before_part: Callable[[Callable[[Any], object]], None]
) -> None:
    def fail(_: Any) -> None:
        raise StoreError(FULL)

    before_part(fail)
    with pytest.raises(StoreError, match=FULL):
        store.log.merge(ANNA, LOG, START)
    assert set(rows(store).values()) == {0}


def test_who_deletes_everything_meanwhile_keeps_nothing(
    store: Store, before_part: Callable[[Callable[[Any], object]], None]
) -> None:
    """Also when SQLite gives their number to the next learner."""
    parts: list[Any] = []
    before_part(parts.append)
    write = store.database.write

    def watched(work: Any, lasting: bool = True) -> Any:
        if len(parts) == 2:
            parts.clear()
            store.learners.delete(ANNA)
            store.log.append(ANNA, answered(1, "y"))
        return write(work, lasting)

    store.database.write = watched  # type: ignore[method-assign]
    with pytest.raises(StoreError, match=PARTLY):
        store.log.merge(ANNA, LOG, START)
    assert store.log.entries(ANNA) == (answered(1, "y"),)


STEP = some.tuples(
    some.sampled_from(["x", "y", "z", "undo", "undo nothing"]),
    some.sampled_from(list(Rating)),
    some.sampled_from([Mode.REVIEW, Mode.REVIEW, Mode.DRILL]),
    some.integers(-3, 9),
    some.booleans(),
)


def steps_log(steps: list[tuple[str, Rating, Mode, int, bool]]) -> list[tuple[LogEntry, bool]]:
    """A log, and of each of its entries whether the learner has it already."""
    log: list[tuple[LogEntry, bool]] = []
    now = START
    for number, (what, rating, mode, days, here) in enumerate(steps):
        now += timedelta(days=days, hours=1)
        answers = [entry.id for entry, _ in log if isinstance(entry, Answered)]
        if what == "undo nothing":
            log.append((Undone(f"u{number}", f"a{10 * number}", now), here))
        elif what != "undo":
            log.append((answered(number, what, rating, now, mode), here))
        elif answers:
            log.append((Undone(f"u{number}", answers[rating % len(answers)], now), here))
    return log


@given(steps=some.lists(STEP, max_size=25))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_log_comes_in_its_order_and_everything_follows_from_it(
    store: Store, steps: list[tuple[str, Rating, Mode, int, bool]]
) -> None:
    store.learners.delete(ANNA)
    log = steps_log(steps)
    mine = [entry for entry, here in log if here]
    store.log.merge(ANNA, mine, START)
    assert store.log.merge(ANNA, [entry for entry, _ in log], START) == len(log) - len(mine)
    assert store.log.entries(ANNA) == (*mine, *(entry for entry, here in log if not here))
    assert fits(store, ANNA)


def test_killed_at_any_moment_what_is_there_fits_and_the_rest_can_be_added(tmp_path: Path) -> None:
    open_store(None, tmp_path).close()
    left: list[int] = []
    for number in range(6):
        command = [sys.executable, "-m", "tests.unit.store.importer", str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as importer:
            assert importer.stdout
            importer.stdout.readline()
            time.sleep(0.004 * number)
            importer.send_signal(signal.SIGKILL)
        store = open_store(None, tmp_path)
        left.append(len(LOG) - len(store.log.entries(ANNA)))
        assert fits(store, ANNA)
        store.close()
    assert left == sorted(left, reverse=True)
    assert left[0] > 0, "none was killed in the middle"
    store = open_store(None, tmp_path)
    assert store.log.merge(ANNA, LOG, START) == left[-1]
    assert fits(store, ANNA)
    store.close()


def test_what_follows_from_an_item_is_found_without_looking_through_the_log(tmp_path: Path) -> None:
    ways = _ways(tmp_path, "item_id IN", lambda store: store.log.undo(ANNA, later(days=9)))
    assert ways[0] == "SEARCH entries USING INDEX entries_item (learner_id=? AND item_id=?)"


def test_what_was_practised_today_is_counted_without_looking_through_the_log(tmp_path: Path) -> None:
    plan = PLAIN.model_copy(update={"interview_on": START.date() + timedelta(days=9)})
    ways = _ways(tmp_path, "FILTER", lambda store: store.cards.queue(ANNA, ("x",), plan, later(days=2)))
    assert ways[0] == "SEARCH entries USING INDEX entries_day (learner_id=? AND day=?)"


def _ways(folder: Path, part: str, ask: Callable[[Store], object]) -> list[str]:
    """How SQLite finds what is asked for by the queries that have a part, as it says itself."""
    store = open_store(None, folder)
    for number in range(3):
        store.log.append(ANNA, replace(answered(number, "x"), at=later(days=number)))
    asked: list[tuple[str, Any]] = []
    event.listen(store.database.engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    ask(store)
    ways = []
    with store.database.engine.connect() as connection:
        for statement, values in [one for one in asked if part in one[0] and one[0].startswith("SELECT")]:
            ways += [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    store.close()
    return ways


def test_two_devices_with_more_items_than_a_statement_takes_are_joined(tmp_path: Path) -> None:
    store = open_store(None, tmp_path)
    store.close()
    limit = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    event.listen(store.database.engine, "connect", lambda connection, _: connection.setlimit(limit, 600))
    for key, name in ((ANNA, "x"), (BEN, "y")):
        store.log.merge(key, [replace(answered(n, f"{name}{n}"), id=f"{name}{n}") for n in range(700)], START)
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    assert store.learners.redeem_code(BEN, "AAAA-2222", START)
    assert len(store.cards.all(BEN)) == 1400
    assert fits(store, BEN)
    store.close()
