"""What is due is one number: learning and review together, on every page the same."""

from datetime import timedelta

from core.quiz.days import day_end
from core.quiz.due import Due, due_today, from_today
from core.quiz.forecast import DayLoad
from core.quiz.queue import DoneToday, build_queue
from core.quiz.scheduling import Card, Phase
from tests.unit.quiz.moments import MONDAY, PLAIN, START, later


def card(name: str, minutes: float, phase: Phase) -> Card:
    step = None if phase is Phase.REVIEW else 0
    return Card(name, phase, step, 5.0, 5.0, later(minutes=minutes), later(days=-9), 3, 0, 3)


def test_cards_in_learning_are_due_as_those_in_review_are() -> None:
    cards = [card("a", -1, Phase.LEARNING), card("b", 8, Phase.RELEARNING), card("c", -1, Phase.REVIEW)]
    found = due_today(build_queue(cards, ("n",), DoneToday(), PLAIN, START))
    assert (found, found.in_review) == (Due(due=3, learning=2, new=1), 1)


def test_first_of_the_steps_that_come_later_says_when_and_none_of_tomorrow_is_among_them() -> None:
    soon, then = card("a", 30, Phase.LEARNING), card("b", 50, Phase.RELEARNING)
    tomorrow = soon._replace(item_id="c", due=day_end(START, PLAIN))
    queue = build_queue([then, tomorrow, soon], (), DoneToday(), PLAIN, START)
    assert (queue.later, queue.next_step_at) == ((soon, then), soon.due)


def test_day_to_come_takes_what_the_limit_of_today_leaves() -> None:
    days = [MONDAY + timedelta(days=ahead) for ahead in range(3)]
    loads = [DayLoad(day, count) for day, count in zip(days, (50, 4, 2), strict=True)]
    assert [load.due for load in from_today(loads, 20)] == [20, 34, 2]
    assert [load.due for load in from_today(loads, 60)] == [60, 4, 2]
