"""What a plan says of many cards holds for all of them, and what it asks of a day does not change on that day."""

from datetime import timedelta

import pytest

from core.quiz.answers import Rating
from core.quiz.interview_plan import expected_recall, interview_plan, plan_days, planned_due
from core.quiz.queue import DoneToday, build_queue
from core.quiz.scheduling import review
from tests.unit.quiz.moments import MONDAY, PLAIN, START, later

CARDS = 170


def test_every_card_of_a_bank_counts_in_the_recall_that_is_expected() -> None:
    tomorrow = PLAIN.model_copy(update={"interview_on": MONDAY + timedelta(days=1)})
    ratings = (Rating.AGAIN, Rating.EASY)
    cards = [review(None, f"i{n}", ratings[n % 2], START) for n in range(CARDS)]
    known = expected_recall([card for card in cards if not card.missed], tomorrow, START)
    assert known
    assert expected_recall(cards, tomorrow, START) == pytest.approx(known / 2)


def test_every_card_of_a_bank_counts_on_the_days_of_a_plan() -> None:
    in_a_week = PLAIN.model_copy(update={"interview_on": MONDAY + timedelta(days=7)})
    moments = (START, later(days=-6))
    cards = [review(None, f"i{n}", Rating.EASY, moments[n % 2]) for n in range(CARDS)]
    days = plan_days(cards, 0, in_a_week, START, (0, 0))
    assert days[2].reviews == CARDS / 2  # those of six days ago come after eight
    assert sum(day.reviews for day in days[-2:]) == CARDS


def test_new_items_of_a_day_are_as_many_after_some_of_them_as_before() -> None:
    in_ten_days = PLAIN.model_copy(update={"interview_on": MONDAY + timedelta(days=10)})
    for done in (0, 10, 25, 26):
        unseen = tuple(f"i{n}" for n in range(done, 200))
        assert len(build_queue([], unseen, DoneToday(new=done), in_ten_days, START).new) == max(0, 25 - done)


def test_what_is_seen_as_the_last_days_begin_is_not_asked_again_for_the_plan() -> None:
    in_ten_days = PLAIN.model_copy(update={"interview_on": MONDAY + timedelta(days=10)})
    plan = interview_plan(in_ten_days, START)
    assert plan
    moment = timedelta(microseconds=1)
    for name in ("a", "b", "c", "d"):
        seen = review(None, name, Rating.EASY, plan.window_start)
        before = seen._replace(reviewed=plan.window_start - moment)
        assert planned_due(seen, plan, in_ten_days) == seen.due > planned_due(before, plan, in_ten_days)
