"""What comes first when a plan asks more than can be done, and how much of it is enough."""

from datetime import UTC, datetime, timedelta

import pytest

from core.quiz.due import Due
from core.quiz.interview_plan import InterviewPlan, interview_plan
from core.quiz.plan_lead import First, PlanLead, Sat, due_for_now, is_too_much, lead_heading, lead_words, plan_lead
from core.quiz.queue import DoneToday, Queue
from core.quiz.scheduling import Card, Phase
from core.quiz.settings import ReviewSettings
from tests.unit.quiz.moments import MONDAY, START


def plan(days: int) -> InterviewPlan | None:
    return interview_plan(ReviewSettings(interview_on=MONDAY + timedelta(days=days)), START)


def queue(new: int, done: int = 0) -> Queue:
    return Queue((), (), tuple(f"q{number}" for number in range(new)), (), DoneToday(done))


@pytest.mark.parametrize(
    ("days", "new", "done", "much"),
    [(1, 61, 0, True), (1, 60, 0, False), (1, 41, 20, True), (7, 61, 0, True), (8, 61, 0, False), (0, 61, 0, False)],
)
def test_more_than_sixty_questions_in_the_last_week_are_too_much(days: int, new: int, done: int, much: bool) -> None:
    assert is_too_much(plan(days), queue(new, done)) == much
    assert (plan_lead(plan(days), queue(new, done), Sat(), START) is not None) == much


@pytest.mark.parametrize(
    ("sat", "first"),
    [
        (Sat(), First.MOCK),
        (Sat(is_open=True), First.GO_ON),
        (Sat(True, START, "m", True), First.GO_ON),
        (Sat(False, START - timedelta(hours=47), "m", True), First.MISSED),
        (Sat(False, START - timedelta(hours=47), "m", False), First.QUESTIONS),
        (Sat(False, START - timedelta(hours=49), "m", True), First.MOCK),
    ],
)
def test_mock_interview_comes_first_then_what_was_missed_in_it_then_questions(sat: Sat, first: First) -> None:
    lead = plan_lead(plan(1), queue(118), sat, START)
    assert lead is not None
    assert (lead.first, lead.days_off) == (first, 1)
    assert "20 questions" in lead_words(lead)


def test_missed_points_are_those_of_the_last_interview() -> None:
    found = plan_lead(plan(2), queue(118), Sat(False, START, "m", True), START)
    assert found == PlanLead(First.MISSED, 2, "m")


@pytest.mark.parametrize(("done", "new"), [(0, 20), (12, 8), (20, 0), (33, 0)])
def test_of_too_much_twenty_questions_a_day_are_enough(done: int, new: int) -> None:
    assert due_for_now(plan(1), queue(118, done)) == Due(0, 0, new)


@pytest.mark.parametrize(
    ("steps", "reviews", "found"), [(4, 9, Due(13, 4, 7)), (4, 30, Due(20, 4, 0)), (25, 0, Due(20, 20, 0))]
)
def test_of_too_much_what_is_due_comes_before_what_is_new(steps: int, reviews: int, found: Due) -> None:
    review = Card("x", Phase.REVIEW, None, 5.0, 5.0, START, START, 1, 0, 1)
    step = review._replace(phase=Phase.LEARNING, step=0)
    whole = Queue((step,) * steps, (review,) * reviews, queue(118).new, (), DoneToday())
    assert due_for_now(plan(1), whole) == found


@pytest.mark.parametrize(
    ("days", "heading"), [(1, "Your interview is today"), (2, "Interview tomorrow"), (3, "Interview in 2 days")]
)
def test_from_midnight_on_the_interview_is_said_to_be_a_day_nearer(days: int, heading: str) -> None:
    settings = ReviewSettings(interview_on=MONDAY + timedelta(days=days))
    night = datetime(2026, 3, 3, 1, 30, tzinfo=UTC)
    evening = interview_plan(settings, START + timedelta(hours=13))
    late = interview_plan(settings, night)
    assert evening and late
    assert (evening.days_left, late.days_left) == (days, days)
    lead = plan_lead(late, queue(118), Sat(), night)
    assert lead is not None
    assert lead_heading(lead) == heading


def test_what_can_be_done_is_asked_whole() -> None:
    assert due_for_now(plan(1), queue(60)) == Due(0, 0, 60)
    assert due_for_now(None, queue(118)) == Due(0, 0, 118)


def test_questions_answered_in_a_drill_are_among_those_that_are_enough() -> None:
    drilled = Queue((), (), tuple(f"q{number}" for number in range(118)), (), DoneToday(3, drilled=5))
    assert due_for_now(plan(1), drilled) == Due(0, 0, 12)


@pytest.mark.parametrize("first", list(First))
def test_what_is_left_of_them_is_said_once_some_are_done(first: First) -> None:
    told = lead_words(PlanLead(first, 1, left=7))
    assert ("7 of the 20 questions for today are left" in told) == (first is First.QUESTIONS)
    assert ("Then 7 more questions are enough for today." in told) == (first is not First.QUESTIONS)


@pytest.mark.parametrize("first", list(First))
def test_what_is_done_is_not_asked_again(first: First) -> None:
    told = lead_words(PlanLead(first, 1, left=0))
    assert "The 20 questions for today are done." in told
    assert "enough" not in told
