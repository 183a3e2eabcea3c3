"""What a plan says of many cards holds for all of them, and not for every second one."""

from datetime import timedelta

import pytest

from core.quiz.answers import Rating
from core.quiz.interview_plan import expected_recall, plan_days
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
