"""Reviews a second through our schedule against the bare package: at least 0.8 of it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

import fsrs

from core.quiz.answers import Rating
from core.quiz.scheduling import Card, review, scheduler

ROUNDS, CARDS = 40, 20
GRADES = [Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.HARD, Rating.GOOD, Rating.EASY] * 2
START = datetime(2026, 1, 1, tzinfo=UTC)
LEAST = 0.8


def bare() -> None:
    """The package alone."""
    package = scheduler(0.9)
    for number in range(CARDS):
        card = fsrs.Card(card_id=number, due=START)
        for grade in GRADES:
            card, _ = package.review_card(card, fsrs.Rating(grade.value), card.due)


def ours() -> None:
    """The same through our cards."""
    for _ in range(CARDS):
        card: Card | None = None
        for grade in GRADES:
            card = review(card, "x", grade, card.due if card else START)


def reviews_a_second(run: Callable[[], None]) -> float:
    """How many reviews one run makes a second."""
    begun = perf_counter()
    run()
    return CARDS * len(GRADES) / (perf_counter() - begun)


def main() -> int:
    """Prints both, each at its best of many short runs in turn, and their ratio; 1 when it is below its limit."""
    pairs = [(reviews_a_second(bare), reviews_a_second(ours)) for _ in range(ROUNDS)]
    theirs, mine = (max(column) for column in zip(*pairs, strict=True))
    ratio = mine / theirs
    print(f"bare package {theirs:,.0f} reviews a second, ours {mine:,.0f}: × {ratio:.2f} ≥ {LEAST}")
    return int(ratio < LEAST)


if __name__ == "__main__":
    sys.exit(main())
