"""What is known tomorrow: the package's recall a day from now, and nothing of what was missed and not passed since."""

from datetime import timedelta

import pytest

from core.quiz.answers import Rating
from core.quiz.off_schedule import cram_ids
from core.quiz.queue import DoneToday, build_queue
from core.quiz.recall_tomorrow import recall_tomorrow
from core.quiz.scheduling import Card, Memory, recall, review
from tests.unit.quiz.moments import PLAIN, START, later


def known(*cards: Card) -> dict[str, float]:
    memories = [Memory(card.item_id, card.stability, (START - card.reviewed).days) for card in cards]
    found = recall_tomorrow(memories, build_queue(cards, (), DoneToday(), PLAIN, START))
    return {one.item_id: one.recall for one in found}


def test_recall_is_the_packages_a_day_from_now() -> None:
    cards = [review(None, f"x{days}", Rating.GOOD, later(days=-days, hours=-1)) for days in (0, 1, 31)]
    found = known(*cards)
    for card in cards:
        assert found[card.item_id] == pytest.approx(recall(card, START + timedelta(hours=24)), abs=1e-12)
    assert all(share < 1 for share in found.values())


def test_what_was_just_missed_counts_as_not_known_until_it_is_passed() -> None:
    new = review(None, "new", Rating.AGAIN, later(minutes=-1))
    old = review(review(None, "old", Rating.EASY, later(days=-9)), "old", Rating.AGAIN, later(minutes=-1))
    assert known(new, old) == {"new": 0.0, "old": 0.0}
    passed = review(old, "old", Rating.GOOD, START)
    assert known(passed)["old"] == pytest.approx(recall(passed, later(days=1)))


def test_cramming_takes_what_was_just_missed_before_what_was_just_known() -> None:
    cards = [review(None, f"{rating:02}", rating, START) for rating in (Rating.EASY, Rating.GOOD, Rating.AGAIN)]
    assert cram_ids(cards, START) == ("01", "03", "04")


def test_cramming_takes_what_was_long_known_and_just_missed_before_all_that_is_fading() -> None:
    card = review(None, "mature", Rating.EASY, later(days=-400))
    for ago in (390, 300, 30):
        card = review(card, "mature", Rating.EASY, later(days=-ago))
    missed = review(card, "mature", Rating.AGAIN, START)
    fading = review(None, "fading", Rating.GOOD, later(days=-60))
    assert recall(missed, later(days=1)) > recall(fading, later(days=1))
    assert known(missed, fading)["mature"] == 0.0
    assert cram_ids([fading, missed], START) == ("mature", "fading")
