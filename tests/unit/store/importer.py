"""Imports a log in small parts until it is killed; prints a line when the first is safe."""

import sys
from pathlib import Path

from core.quiz.answers import Rating
from core.quiz.log import LogEntry, Undone
from core.store import merging
from core.store.store import open_store
from tests.unit.quiz.moments import START, answered, later
from tests.unit.store.counts import ANNA


def _log() -> tuple[LogEntry, ...]:
    log: list[LogEntry] = []
    for number in range(120):
        rating = Rating.AGAIN if number % 4 == 0 else Rating.GOOD
        log.append(answered(number, f"x{number % 31}", rating, later(hours=7 * number)))
        if number % 9 == 0:
            log.append(Undone(f"u{number}", f"a{number // 2}", later(hours=7 * number + 1)))
    return tuple(log)


LOG = _log()
"""What is imported: answers to 31 items, some of them taken back."""


def main(directory: Path) -> None:
    """Imports the log, two entries at a time."""
    merging.MOST = 2
    store = open_store(None, directory)
    begun = iter([True])
    add = merging.add_entries

    def told(*given: object) -> int:
        if next(begun, False):
            print("begun", flush=True)  # noqa: T201 - what the test reads
        return add(*given)  # type: ignore[arg-type]

    merging.add_entries = told  # type: ignore[assignment]
    store.log.merge(ANNA, LOG, START)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
