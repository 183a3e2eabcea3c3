"""What comes next: steps, then reviews and new items mixed, within the day's limits and the plan."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from pydantic import ValidationError

from core.quiz.answers import Rating
from core.quiz.days import day_end, day_of, day_start
from core.quiz.forecast import day_edges, forecast, reviews_in_first_year, workload
from core.quiz.interview_plan import (
    brought_forward,
    expected_recall,
    interview_plan,
    new_needed_per_day,
    plan_days,
    planned_due,
)
from core.quiz.queue import DoneToday, build_queue, next_up, nothing_left
from core.quiz.scheduling import Card, Phase, review
from core.quiz.settings import ReviewSettings
from tests.unit.quiz.moments import MONDAY, PLAIN, START, later

BERLIN = ReviewSettings(zone="Europe/Berlin")


def card(name: str, due: datetime, phase: Phase = Phase.REVIEW, reviewed: datetime | None = None) -> Card:
    return Card(name, phase, None if phase is Phase.REVIEW else 0, 5.0, 5.0, due, reviewed or later(days=-9), 3, 0, 3)


def node_of(name: str) -> str:
    return name[0]


def test_steps_that_are_due_come_first_then_reviews_then_new() -> None:
    cards = [
        card("a1", later(hours=1)),
        card("b1", START, Phase.LEARNING),
        card("c1", later(minutes=8), Phase.RELEARNING),
    ]
    queue = build_queue(cards, ("n1",), DoneToday(), PLAIN, START)
    assert queue.counts == (1, 2, 1)
    assert next_up(queue, node_of, None, START) == "b1"
    rest = build_queue(cards[:1], ("n1",), DoneToday(), PLAIN, START)
    assert next_up(rest, node_of, None, START) == "a1"
    assert next_up(build_queue([], ("n1",), DoneToday(), PLAIN, START), node_of, None, START) == "n1"


def test_review_that_falls_due_later_on_the_learners_day_is_due_today() -> None:
    end = day_end(START, PLAIN)
    inside, outside = card("a", end - timedelta(minutes=1)), card("b", end)
    assert build_queue([inside, outside], (), DoneToday(), PLAIN, START).due == (inside,)


def test_step_of_soon_is_shown_when_nothing_else_is_left() -> None:
    soon, far = card("a", later(minutes=15), Phase.LEARNING), card("b", later(minutes=40), Phase.LEARNING)
    assert next_up(build_queue([soon], (), DoneToday(), PLAIN, START), node_of, None, START) == "a"
    queue = build_queue([far], (), DoneToday(), PLAIN, START)
    assert next_up(queue, node_of, None, START) is None
    assert queue.next_step_at == far.due
    assert nothing_left(queue, START)
    assert not nothing_left(queue, later(minutes=21))


def test_limits_of_the_day_hold_for_what_was_done_already() -> None:
    settings = ReviewSettings(new_per_day=3, reviews_per_day=5)
    cards = [card(f"a{n}", later(days=-n)) for n in range(9)]
    queue = build_queue(cards, tuple("uvwxyz"), DoneToday(new=1, reviews=2), settings, START)
    assert queue.new == ("u", "v")
    assert [one.item_id for one in queue.due] == ["a8", "a7", "a6"]
    done = build_queue(cards, tuple("uvw"), DoneToday(new=9, reviews=9), settings, START)
    assert done.counts == (0, 0, 0)
    assert next_up(done, node_of, None, START) is None


def test_new_items_are_spread_over_the_reviews() -> None:
    shown, due, new = [], [card(f"{'abc'[n % 3]}{n}", later(days=-1)) for n in range(6)], ["x1", "y1"]
    for n in range(8):
        done = DoneToday(new=2 - len(new), reviews=n - (2 - len(new)))
        name = next_up(build_queue(due, tuple(new), done, PLAIN, START), node_of, None, START)
        assert name
        shown.append(name)
        due = [one for one in due if one.item_id != name]
        new = [one for one in new if one != name]
    places = [n for n, name in enumerate(shown) if name[0] in "xy"]
    assert 0 < places[0] < places[1]
    assert places[1] - places[0] > 1


def test_topics_alternate_where_they_can() -> None:
    queue = build_queue([card("a1", START), card("a2", START), card("b1", START)], (), DoneToday(), PLAIN, START)
    assert next_up(queue, node_of, "a", START) == "b1"
    assert next_up(queue, node_of, "b", START) == "a1"


def test_day_begins_at_four_in_the_learners_zone() -> None:
    assert day_of(datetime(2026, 3, 2, 2, 59, tzinfo=UTC), BERLIN) == date(2026, 3, 1)
    assert day_of(datetime(2026, 3, 2, 3, 0, tzinfo=UTC), BERLIN) == MONDAY
    assert day_end(START, BERLIN) == datetime(2026, 3, 3, 3, tzinfo=UTC)


def test_days_join_without_a_gap_when_clocks_change() -> None:
    days = [date(2026, 3, 27) + timedelta(days=n) for n in range(5)]
    lengths = [(day_start(b, BERLIN) - day_start(a, BERLIN)) / timedelta(hours=1) for a, b in pairwise(days)]
    assert lengths == [24, 23, 24, 24]
    for day in days:
        assert day_of(day_start(day, BERLIN), BERLIN) == day
        assert day_of(day_start(day, BERLIN) - timedelta(seconds=1), BERLIN) == day - timedelta(days=1)


def test_unknown_zone_is_refused_with_what_to_write() -> None:
    for zone in ("Europe/Atlantis", "../../etc/passwd", ""):
        with pytest.raises(ValidationError, match="write one such as Europe/Berlin"):
            ReviewSettings(zone=zone)


def test_forecast_names_the_learners_days_whose_ends_are_its_edges() -> None:
    edges = day_edges(3, BERLIN, START)
    assert edges == tuple(datetime(2026, 3, day, 3, tzinfo=UTC) for day in (3, 4, 5))
    assert [(load.day.day, load.due) for load in forecast((4, 0, 2), BERLIN, START)] == [(2, 4), (3, 0), (4, 2)]


def test_workload_grows_with_the_aim_at_recall() -> None:
    loads = [workload(100, aim).reviews_a_day for aim in (0.7, 0.8, 0.9, 0.95)]
    assert loads == sorted(loads)
    assert workload(100, 0.9).minutes_a_day == pytest.approx(workload(100, 0.9).reviews_a_day * 12 / 60)
    assert 5 < reviews_in_first_year(0.9) < 20


IN_TEN_DAYS = ReviewSettings(interview_on=MONDAY + timedelta(days=10))


def test_plan_ends_long_gaps_in_the_last_two_days_and_leaves_short_ones() -> None:
    plan = interview_plan(IN_TEN_DAYS, START)
    assert plan
    assert (plan.days_left, plan.days_for_new) == (10, 8)
    far = [card(f"x{n}", later(days=60)) for n in range(40)]
    days = {day_of(planned_due(one, plan, IN_TEN_DAYS), IN_TEN_DAYS) for one in far}
    assert days == {MONDAY + timedelta(days=8), MONDAY + timedelta(days=9)}
    near = card("y", later(days=3))
    assert planned_due(near, plan, IN_TEN_DAYS) == near.due


def test_item_seen_in_the_last_two_days_is_not_asked_again_for_the_plan() -> None:
    now = later(days=8, hours=3)
    plan = interview_plan(IN_TEN_DAYS, now)
    seen = card("x", later(days=60), reviewed=later(days=8, hours=1))
    assert planned_due(seen, plan, IN_TEN_DAYS) == seen.due
    unseen = [card(f"x{n}", later(days=60)) for n in range(20)]
    first = build_queue([*unseen, seen], (), DoneToday(), IN_TEN_DAYS, now).due
    second = build_queue([*unseen, seen], (), DoneToday(), IN_TEN_DAYS, now + timedelta(days=1)).due
    assert 0 < len(first) < 20
    assert len(second) == 20


def test_plan_brings_forward_what_would_come_after_it_and_was_not_seen_in_its_last_days() -> None:
    end, moved = later(days=30), [card("x", later(days=60)), card("y", later(days=3))]
    assert brought_forward(moved, interview_plan(IN_TEN_DAYS, START), IN_TEN_DAYS, end) == 1
    assert brought_forward(moved, interview_plan(IN_TEN_DAYS, START), IN_TEN_DAYS, later(days=7)) == 0
    assert brought_forward(moved, None, PLAIN, end) == 0
    now, seen = later(days=9), card("x", later(days=60), reviewed=later(days=8, hours=1))
    assert brought_forward([seen], interview_plan(IN_TEN_DAYS, now), IN_TEN_DAYS, end) == 0


def test_plan_never_touches_the_card() -> None:
    plan = interview_plan(IN_TEN_DAYS, START)
    one = card("x", later(days=60))
    planned_due(one, plan, IN_TEN_DAYS)
    assert one.due == later(days=60)


def test_plan_brings_all_new_items_in_before_the_last_two_days() -> None:
    plan = interview_plan(IN_TEN_DAYS, START)
    assert new_needed_per_day(plan, 50) == 7
    queue = build_queue([], tuple(str(n) for n in range(200)), DoneToday(), IN_TEN_DAYS, START)
    assert len(queue.new) == 25
    assert new_needed_per_day(None, 50) == 0


def test_plan_shows_each_day_and_every_item_once_in_the_last_two() -> None:
    cards = [review(None, f"x{n}", Rating.EASY, later(days=-1)) for n in range(30)]
    settings = IN_TEN_DAYS.model_copy(update={"new_per_day": 1})
    days = plan_days(cards, 16, settings, START, (0, 2))
    assert [day.new for day in days] == [2] * 8 + [0, 0]
    assert [day.day for day in days] == [MONDAY + timedelta(days=n) for n in range(10)]
    assert sum(day.reviews for day in days[-2:]) >= 46


def test_plan_holds_for_today_what_the_review_holds_and_for_later_days_what_it_will_let_in() -> None:
    begun = [review(None, f"step{n}", Rating.AGAIN, later(hours=-1)) for n in range(4)]
    cards = [*begun, *(review(None, f"old{n}", Rating.EASY, later(days=-9)) for n in range(200))]
    unseen = tuple(f"new{n}" for n in range(40))
    new, learning, due = build_queue(cards, unseen, DoneToday(), IN_TEN_DAYS, START).counts
    days = plan_days(cards, len(unseen), IN_TEN_DAYS, START, (learning + due, new))
    assert (days[0].reviews, days[0].new) == (204, 15)
    assert [day.new for day in days] == [15, 15, 10, *[0] * 7]


def test_plan_keeps_to_the_limit_of_every_day_and_counts_for_the_next_what_it_leaves_over() -> None:
    settings = IN_TEN_DAYS.model_copy(update={"reviews_per_day": 10})
    cards = [review(None, f"old{n}", Rating.EASY, later(days=-9)) for n in range(30)]
    _, learning, due = build_queue(cards, (), DoneToday(), settings, START).counts
    days = plan_days(cards, 0, settings, START, (learning + due, 0))
    assert [day.reviews for day in days[:4]] == [10, 10, 10, 0]
    assert [day.held_back for day in days[:3]] == [20, 10, 0]
    assert [day.reviews for day in days[-2:]] == [10, 10]
    assert days[-1].held_back == 10


def test_plan_counts_a_question_that_is_begun_on_a_day_as_new_and_not_as_a_review_too() -> None:
    settings = IN_TEN_DAYS.model_copy(update={"new_per_day": 5})
    days = plan_days((), 5, settings, START, (0, 5))
    assert (days[0].reviews, days[0].new) == (0, 5)
    assert all(day.reviews <= 5 for day in days)
    assert sum(day.reviews for day in days[-2:]) >= 5


def test_expected_recall_on_the_day_is_better_with_the_plan() -> None:
    cards = [review(None, f"x{n}", Rating.EASY, later(days=-30)) for n in range(10)]
    found = expected_recall(cards, IN_TEN_DAYS, START)
    assert found
    assert 0.9 < found <= 1
    assert expected_recall(cards, PLAIN, START) is None


def test_what_was_missed_is_not_expected_on_the_day_until_it_is_passed() -> None:
    tomorrow = ReviewSettings(interview_on=MONDAY + timedelta(days=1))
    missed = [review(None, f"x{n}", Rating.AGAIN, START) for n in range(3)]
    assert expected_recall(missed, tomorrow, START) == 0
    passed = [review(card, card.item_id, Rating.GOOD, later(minutes=2)) for card in missed[:2]]
    found = expected_recall([*passed, missed[2]], tomorrow, later(minutes=3))
    assert found
    assert 0.5 < found <= 2 / 3


@pytest.mark.parametrize("offset", [0, -1, -400])
def test_no_plan_on_the_day_itself_and_after(offset: int) -> None:
    assert interview_plan(ReviewSettings(interview_on=MONDAY + timedelta(days=offset)), START) is None


def test_plan_of_the_last_minute_asks_everything_today() -> None:
    settings = ReviewSettings(interview_on=MONDAY + timedelta(days=1))
    queue = build_queue([card(f"x{n}", later(days=60)) for n in range(20)], tuple("ab"), DoneToday(), settings, START)
    assert queue.counts == (2, 0, 20)
