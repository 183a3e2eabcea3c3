"""Writers that come together share a commit, and still stand or fall alone; several calls can be one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest
from sqlalchemy import Connection, event

from core.store.group_commit import MOST
from core.store.store import Store, open_store
from tests.unit.quiz.moments import START, answered
from tests.unit.store.counts import ANNA, BEN, rows


def names(store: Store) -> set[str]:
    return {entry.id for entry in store.log.entries(ANNA)}


def test_calls_made_together_are_kept_together(store: Store) -> None:
    def work() -> bool:
        counted = store.log.append(ANNA, answered(1, "x")).counted
        store.drafts.put(ANNA, "quiz", "next", START)
        assert store.drafts.get(ANNA, "quiz") == "next", "what was written here is read here"
        return counted

    assert store.together(work)
    assert store.drafts.get(ANNA, "quiz") == "next"
    assert not store.together(work), "a second time counts nothing"


def test_calls_made_together_fail_together(store: Store) -> None:
    store.log.append(BEN, answered(1, "x"))
    before = rows(store)

    def work() -> None:
        store.log.append(ANNA, answered(1, "x"))
        raise KeyError("in the middle")

    with pytest.raises(KeyError):
        store.together(work)
    assert rows(store) == before
    assert store.log.append(ANNA, answered(1, "x")).counted, "the store can be written as before"


class Crowd:
    """Writers that all wait while one of them is at work."""

    def __init__(self, store: Store, failing: set[int]) -> None:
        self.store, self.failing = store, failing
        self.here, self.may_go = Event(), Event()
        self.failed: list[int] = []
        self.spoil: Callable[[Connection], object] = lambda _: None

    def first(self) -> None:
        def work() -> None:
            self.here.set()
            self.may_go.wait(10)
            self.store.log.append(ANNA, answered(0, "x0"))

        self.store.together(work)

    def one(self, number: int) -> None:
        def work() -> None:
            self.store.log.append(ANNA, answered(number, f"x{number}"))
            if number in self.failing:
                self.store.database.write(self.spoil)
                raise KeyError(number)

        try:
            self.store.together(work)
        except KeyError:
            self.failed.append(number)

    def run(self, size: int) -> None:
        threads = [Thread(target=self.first)]
        threads[0].start()
        assert self.here.wait(10)
        threads += [Thread(target=self.one, args=(number,)) for number in range(1, size)]
        for thread in threads[1:]:
            thread.start()
        writers = self.store.database.writers
        assert writers
        while writers.waiting < size - 1:
            Event().wait(0.001)
        self.may_go.set()
        for thread in threads:
            thread.join(20)


@pytest.fixture
def commits(local: Store) -> list[int]:
    """Grows by one with each commit of a writer."""
    found: list[int] = []
    event.listen(local.database.engine, "commit", lambda _: found.append(1))
    return found


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(None, tmp_path)) as opened:
        yield opened


def test_those_who_wait_are_made_safe_at_once(local: Store, commits: list[int]) -> None:
    Crowd(local, set()).run(MOST)
    assert len(commits) == 1
    assert names(local) == {f"a{number}" for number in range(MOST)}


def test_one_that_fails_takes_nothing_from_the_others(local: Store) -> None:
    crowd = Crowd(local, {3, 7})
    crowd.run(MOST)
    assert sorted(crowd.failed) == [3, 7]
    assert names(local) == {f"a{number}" for number in range(MOST)} - {"a3", "a7"}


def test_more_than_fit_into_one_commit_are_all_kept(local: Store, commits: list[int]) -> None:
    Crowd(local, set()).run(2 * MOST + 1)
    assert len(commits) == 3
    assert len(names(local)) == 2 * MOST + 1


def test_nobody_goes_on_before_it_is_on_the_disk(local: Store, tmp_path: Path) -> None:
    """Every thread looks from outside, at once when its call returns, for what it wrote."""
    barrier, missing = Barrier(8), []

    def tab(number: int) -> None:
        barrier.wait()
        for n in range(5):
            name = f"a{100 * number + n}"
            local.log.append(ANNA, answered(100 * number + n, f"y{number}"))
            with closing(sqlite3.connect(tmp_path / "learners.db")) as outside:
                found = outside.execute("select count(*) from entries where id = ?", (name,)).fetchone()[0]
            missing.extend([name] if found != 1 else [])

    threads = [Thread(target=tab, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert missing == []
    assert len(names(local)) == 40


def test_transaction_that_one_loses_is_lost_for_nobody_else(local: Store) -> None:
    """A full disk makes SQLite give up the transaction of everyone: those who shared it run again."""
    crowd = Crowd(local, {MOST - 3})
    crowd.spoil = lambda connection: connection.exec_driver_sql("ROLLBACK")
    crowd.run(MOST)
    assert crowd.failed == [MOST - 3]
    assert names(local) == {f"a{number}" for number in range(MOST)} - {f"a{MOST - 3}"}


WAITS, GOES_ON = 2, 1
"""What SQLite calls the two: `synchronous` FULL and NORMAL."""


def level(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA synchronous").scalar_one())


def test_answers_wait_for_the_disk_and_where_somebody_is_does_not(local: Store) -> None:
    writers = [(True, WAITS), (False, GOES_ON), (True, WAITS), (False, GOES_ON)]
    assert [local.database.write(level, lasting) for lasting, _ in writers] == [wanted for _, wanted in writers]


def test_an_answer_does_not_share_the_commit_of_what_does_not_wait(local: Store, commits: list[int]) -> None:
    here, may_go = Event(), Event()
    seen: list[int] = []

    def place(connection: Connection) -> None:
        here.set()
        may_go.wait(10)
        seen.append(level(connection))

    first = Thread(target=lambda: local.database.write(place, lasting=False))
    first.start()
    assert here.wait(10)
    second = Thread(target=lambda: seen.append(local.database.write(level)))
    second.start()
    assert local.database.writers
    while not local.database.writers.waiting:
        Event().wait(0.001)
    may_go.set()
    for thread in (first, second):
        thread.join(20)
    assert (seen, len(commits)) == ([GOES_ON, WAITS], 2)
