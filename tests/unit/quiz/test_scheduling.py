"""The schedule is the package's own, from the first step to the leech; the log alone decides it."""

from datetime import UTC, timedelta, timezone

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.quiz.answers import Rating
from core.quiz.log import Mode, Undone, standing
from core.quiz.scheduling import Card, Phase, interval_words, next_dues, recall, replay, review
from tests.unit.quiz.moments import START, answered, later

GOLDEN = [Rating.GOOD] * 6 + [Rating.AGAIN] * 2 + [Rating.GOOD] * 5
GOLDEN_DAYS = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def run(ratings: list[Rating], retention: float = 0.9) -> list[Card]:
    """The cards after each of these reviews, each on the moment when it is due."""
    cards: list[Card] = []
    for rating in ratings:
        before = cards[-1] if cards else None
        cards.append(review(before, "x", rating, before.due if before else START, retention))
    return cards


def test_golden_sequence_of_intervals() -> None:
    assert [(card.due - card.reviewed).days for card in run(GOLDEN)] == GOLDEN_DAYS


@given(some.lists(some.sampled_from(list(Rating)), min_size=1, max_size=14), some.sampled_from([0.75, 0.9, 0.95]))
def test_every_sequence_is_the_packages_own(ratings: list[Rating], retention: float) -> None:
    package = fsrs.Scheduler(desired_retention=retention, enable_fuzzing=False)
    theirs = fsrs.Card(card_id=1, due=START)
    for ours, rating in zip(run(ratings, retention), ratings, strict=True):
        theirs, _ = package.review_card(theirs, fsrs.Rating(rating.value), theirs.due)
        assert (ours.due, ours.reviewed, ours.step) == (theirs.due, theirs.last_review, theirs.step)
        assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
        assert recall(ours, ours.due) == package.get_card_retrievability(theirs, theirs.due) or retention != 0.9


def test_new_item_goes_through_its_steps_of_a_minute_and_ten() -> None:
    cards = run([Rating.AGAIN, Rating.GOOD, Rating.GOOD])
    assert [card.due - card.reviewed for card in cards] == [
        timedelta(minutes=1),
        timedelta(minutes=10),
        timedelta(days=1),
    ]
    assert [card.phase for card in cards] == [Phase.LEARNING, Phase.LEARNING, Phase.REVIEW]


def test_buttons_of_a_new_item_show_its_intervals() -> None:
    shown = {rating.name: interval_words(after) for rating, after in next_dues(None, START).items()}
    assert shown == {"AGAIN": "1 min", "HARD": "5.5 min", "GOOD": "10 min", "EASY": "8 days"}


def test_buttons_show_what_a_press_does() -> None:
    card = run([Rating.GOOD, Rating.GOOD, Rating.GOOD])[-1]
    shown = next_dues(card, card.due)
    for rating in Rating:
        assert review(card, "x", rating, card.due).due - card.due == shown[rating]


def test_higher_aim_at_recall_gives_shorter_gaps() -> None:
    gaps = [run([Rating.GOOD] * 4, aim)[-1] for aim in (0.8, 0.9, 0.95)]
    days = [(card.due - card.reviewed).days for card in gaps]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_clock_that_went_backwards_counts_as_no_time() -> None:
    card = review(None, "x", Rating.GOOD, START)
    again = review(card, "x", Rating.GOOD, START - timedelta(days=400))
    assert again.reviewed == START
    assert again.due > START
    assert again == review(card, "x", Rating.GOOD, START)
    assert next_dues(card, START - timedelta(days=400)) == next_dues(card, START)
    assert recall(card, START - timedelta(days=400)) == 1


def test_time_zone_of_an_answer_does_not_matter() -> None:
    there = START.astimezone(timezone(timedelta(hours=9)))
    assert review(None, "x", Rating.EASY, there) == review(None, "x", Rating.EASY, START)
    assert review(None, "x", Rating.EASY, there).due.tzinfo is UTC


def test_item_failed_five_times_is_stuck_until_passed_three_times() -> None:
    cards = run([Rating.AGAIN] * 5 + [Rating.GOOD] * 3)
    assert [card.stuck for card in cards] == [False] * 4 + [True] * 3 + [False]
    assert cards[-1].failures == 5


def test_undo_of_any_depth_gives_the_card_of_before() -> None:
    entries = [answered(n, "x", rating, later(days=4 * n)) for n, rating in enumerate(GOLDEN)]
    log = list(entries)
    for depth in range(1, len(entries) + 1):
        log.append(Undone(f"u{depth}", entries[-depth].id, later(days=99)))
        assert replay(log) == replay(entries[:-depth])
    assert standing(log) == ()


def test_log_leads_to_cards_that_count_their_reviews() -> None:
    ratings = (Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.GOOD)
    log = [answered(n, "x", rating, later(days=4 * n)) for n, rating in enumerate(ratings)]
    cards = replay([*log, answered(9, "y")]).values()
    counted = [(card.item_id, card.reviews, card.failures, card.streak) for card in cards]
    assert sorted(counted) == [("x", 4, 1, 2), ("y", 1, 0, 1)]


def test_only_reviews_move_the_schedule() -> None:
    reviews = [answered(1, "x"), answered(2, "x", at=later(minutes=10))]
    others = [
        answered(9 + n, "x", Rating.AGAIN, later(hours=1), mode) for n, mode in enumerate(Mode) if mode != Mode.REVIEW
    ]
    assert replay([*reviews, *others]) == replay(reviews)


def test_answer_that_came_twice_counts_once() -> None:
    assert replay([answered(1, "x"), answered(1, "x"), answered(2, "y")]) == replay(
        [answered(1, "x"), answered(2, "y")]
    )


@given(some.lists(some.tuples(some.sampled_from("xyz"), some.sampled_from(list(Rating))), max_size=20))
def test_items_do_not_touch_each_other(steps: list[tuple[str, Rating]]) -> None:
    log = [answered(n, item, rating, later(hours=n)) for n, (item, rating) in enumerate(steps)]
    whole = replay(log)
    for item in "xyz":
        assert replay([entry for entry in log if entry.item_id == item]).get(item) == whole.get(item)


@pytest.mark.parametrize(
    ("days", "words"), [(29.9, "30 days"), (30, "1 month"), (364, "12 months"), (365, "1 year"), (36500, "100 years")]
)
def test_long_intervals_are_in_months_and_years(days: float, words: str) -> None:
    assert interval_words(timedelta(days=days)) == words
