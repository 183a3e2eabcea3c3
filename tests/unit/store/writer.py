"""Answers items until it is killed; prints each answer's id once the store says that it is safe."""

import sys
from pathlib import Path

from core.quiz.answers import Rating
from core.store.store import open_store
from tests.unit.quiz.moments import answered, later
from tests.unit.store.counts import ANNA


def main(directory: Path, first: int) -> None:
    """Goes on from answer number `first`; every fifth is a failure."""
    store = open_store(None, directory)
    for number in range(first, first + 100_000):
        rating = Rating.AGAIN if number % 5 == 0 else Rating.GOOD
        store.log.append(ANNA, answered(number, f"x{number % 7}", rating, later(hours=number)))
        print(f"a{number}", flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
