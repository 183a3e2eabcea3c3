"""When an item comes again: FSRS through the package `fsrs`, as pure steps from card to card.

Intervals carry no random fuzz, so that a replay of the log gives the same cards.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import fsrs

from core.language.numbers import in_figures
from core.language.text import marked, t
from core.quiz.answers import Rating
from core.quiz.log import Answered, LogEntry, standing

LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)
STUCK_AFTER = 5
"""Failed reviews, after which an item is stuck."""
FREE_AFTER = 3
"""Passed reviews in a row that free a stuck item."""


_DAY, _YEAR = 86_400, 365 * 86_400


class Phase(StrEnum):
    """The phase of a card: learning steps of minutes, reviews of days, or steps after a lapse."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Card(NamedTuple):
    """What the schedule knows of one item. Times are in UTC; `stability` is in days, `difficulty` 1..10.

    A named tuple, since queues make thousands of them and it is made three times as fast as a dataclass.
    An item that was never reviewed has no card.
    """

    item_id: str
    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    reviewed: datetime
    reviews: int
    failures: int
    streak: int

    @property
    def stuck(self) -> bool:
        """Whether it was failed five times and has not been passed three times in a row since."""
        return self.failures >= STUCK_AFTER and self.streak < FREE_AFTER

    @property
    def in_steps(self) -> bool:
        """Whether it comes again within minutes."""
        return self.phase is not Phase.REVIEW

    @property
    def missed(self) -> bool:
        """Whether it was missed and has not been passed since."""
        return self.in_steps and self.streak == 0


_PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}
_STATES = {phase: state for state, phase in _PHASES.items()}
_RATINGS = {rating: fsrs.Rating(rating.value) for rating in Rating}


@lru_cache(maxsize=64)
def scheduler(retention: float) -> fsrs.Scheduler:
    """The package's scheduler for a recall that is aimed at, 0.7..0.97."""
    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=LEARNING_STEPS,
        relearning_steps=RELEARNING_STEPS,
        enable_fuzzing=False,
    )


def review(card: Card | None, item_id: str, rating: Rating, at: datetime, retention: float = 0.9) -> Card:
    """The card after a review at `at`; `card` is None at the first.

    A clock that went backwards counts as no time passed: a review is never before the one that it follows.
    """
    now = at if at.tzinfo is UTC else at.astimezone(UTC)
    if card is None:
        before, counts = fsrs.Card(card_id=0, due=now), (0, 0, 0)
    else:
        now = max(now, card.reviewed)
        before, counts = _package_card(card), (card.reviews, card.failures, card.streak)
    after, _ = scheduler(retention).review_card(before, _RATINGS[rating], now)
    failed = rating is Rating.AGAIN
    return Card(
        item_id,
        _PHASES[after.state],
        after.step,
        after.stability or 0.0,
        after.difficulty or 0.0,
        after.due,
        now,
        counts[0] + 1,
        counts[1] + failed,
        0 if failed else counts[2] + 1,
    )


def _package_card(card: Card) -> fsrs.Card:
    return fsrs.Card(0, _STATES[card.phase], card.step, card.stability, card.difficulty, card.due, card.reviewed)


def next_dues(card: Card | None, at: datetime, retention: float = 0.9) -> dict[Rating, timedelta]:
    """For each grade, after how long the item would come again."""
    now = max(at.astimezone(UTC), card.reviewed) if card else at.astimezone(UTC)
    return {rating: review(card, "", rating, now, retention).due - now for rating in Rating}


def recall(card: Card, at: datetime) -> float:
    """The probability, 0..1, that the item is still known at `at`."""
    return scheduler(0.9).get_card_retrievability(_package_card(card), max(at.astimezone(UTC), card.reviewed))


class Memory(NamedTuple):
    """What recall is computed from, where thousands of cards are read: whole days since the last review."""

    item_id: str
    stability: float
    days: int

    @property
    def recall(self) -> float:
        """The probability, 0..1, that the item is still known: as `recall` gives it for the card."""
        return self.recall_after(0)

    def recall_after(self, days: int) -> float:
        """The probability, 0..1, that it is still known so many days later, without a review in between.

        Source: FSRS-6, (1 + factor × days / stability) ** decay, with the package's own weights,
        https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm (checked 2026-11-24).

        >>> round(Memory("x", 10.0, 9).recall_after(1), 3)
        0.9
        """
        grown: float = 1 + _FACTOR * max(self.days + days, 0) / self.stability
        found: float = grown**_DECAY
        return found


_DECAY: float = -scheduler(0.9).parameters[20]
_FACTOR: float = 0.9 ** (1 / _DECAY) - 1


def replay(entries: Iterable[LogEntry]) -> dict[str, Card]:
    """The cards that a log leads to, by item: undone answers and those that were no reviews left out.

    Reviews count in the order of their time, so that logs of two devices can be put together in any order.
    """
    cards: dict[str, Card] = {}
    for entry in sorted(standing(entries), key=lambda entry: entry.at):
        if entry.moves_schedule:
            cards[entry.item_id] = after(cards.get(entry.item_id), entry)
    return cards


def after(card: Card | None, entry: Answered) -> Card:
    """The card after one answer of the log."""
    return review(card, entry.item_id, entry.rating, entry.at, entry.retention)


def interval_words(interval: timedelta) -> str:
    """An interval as a button shows it.

    >>> [interval_words(timedelta(minutes=m)) for m in (0.5, 1, 10, 90, 60 * 24, 60 * 24 * 45, 60 * 24 * 400)]
    ['<1 min', '1 min', '10 min', '1.5 h', '1 day', '1.5 months', '1.1 years']
    """
    seconds = interval.total_seconds()
    for size, word, limit in (
        (60, "min", 3600),
        (3600, "h", _DAY),
        (_DAY, "day", 30 * _DAY),
        (30 * _DAY, "month", _YEAR),
    ):
        if seconds < limit:
            return f"<1 {t(word)}" if seconds < size else _counted(seconds / size, word)
    return _counted(seconds / _YEAR, "year")


_MANY = {marked("day"): marked("days"), marked("month"): marked("months"), marked("year"): marked("years")}


def _counted(number: float, word: str) -> str:
    short = f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:.0f}"
    return f"{in_figures(short)} {t(word if short == '1' else _MANY.get(word, word))}"
